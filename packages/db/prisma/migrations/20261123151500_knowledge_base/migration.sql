-- CreateEnum
CREATE TYPE "article_kind" AS ENUM ('answer', 'tutorial', 'troubleshooting');

-- CreateEnum
CREATE TYPE "audience" AS ENUM ('public', 'customers', 'developers', 'agents');

-- CreateEnum
CREATE TYPE "article_state" AS ENUM ('draft', 'in_review', 'published', 'archived');

-- CreateEnum
CREATE TYPE "article_ticket_kind" AS ENUM ('ended_in_ticket', 'answered');

-- CreateEnum
CREATE TYPE "link_kind" AS ENUM ('guide', 'reference', 'tutorial', 'changelog', 'video', 'other');

-- CreateEnum
CREATE TYPE "link_state" AS ENUM ('unchecked', 'alive', 'broken', 'refused');

-- CreateEnum
CREATE TYPE "source_kind" AS ENUM ('sitemap', 'llms_txt');

-- CreateEnum
CREATE TYPE "search_outcome" AS ENUM ('none', 'opened', 'helped', 'ticket');

-- AlterTable
ALTER TABLE "desk" ADD COLUMN     "reviews_articles" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "collection" (
    "id" UUID NOT NULL,
    "desk_id" UUID NOT NULL,
    "product_id" UUID,
    "parent_id" UUID,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "icon" TEXT NOT NULL DEFAULT 'book',
    "position" INTEGER NOT NULL DEFAULT 0,
    "source" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "desk_id" UUID NOT NULL,
    "product_id" UUID,
    "collection_id" UUID,
    "kind" "article_kind" NOT NULL DEFAULT 'answer',
    "audience" "audience" NOT NULL DEFAULT 'public',
    "state" "article_state" NOT NULL DEFAULT 'draft',
    "title" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "published_revision" INTEGER,
    "publish_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "author_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "verified_at" TIMESTAMPTZ(3),
    "verify_every_days" INTEGER,
    "reminded_at" TIMESTAMPTZ(3),
    "position" INTEGER NOT NULL DEFAULT 0,
    "source" TEXT,

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_revision" (
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "restored_from" INTEGER,

    CONSTRAINT "article_revision_pkey" PRIMARY KEY ("article_id","number")
);

-- CreateTable
CREATE TABLE "article_page" (
    "article_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "headings" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_page_pkey" PRIMARY KEY ("article_id")
);

-- CreateTable
CREATE TABLE "article_draft" (
    "article_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "base_revision" INTEGER NOT NULL,
    "title" TEXT,
    "summary" TEXT,
    "body" TEXT,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_draft_pkey" PRIMARY KEY ("article_id","person_id")
);

-- CreateTable
CREATE TABLE "article_redirect" (
    "slug" TEXT NOT NULL,
    "article_id" UUID NOT NULL,

    CONSTRAINT "article_redirect_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "article_relation" (
    "article_id" UUID NOT NULL,
    "related_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "article_relation_pkey" PRIMARY KEY ("article_id","related_id")
);

-- CreateTable
CREATE TABLE "article_vote" (
    "article_id" UUID NOT NULL,
    "voter" TEXT NOT NULL,
    "helpful" BOOLEAN NOT NULL,
    "reason" TEXT,
    "comment" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "article_vote_pkey" PRIMARY KEY ("article_id","voter")
);

-- CreateTable
CREATE TABLE "article_day" (
    "article_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "views" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "article_day_pkey" PRIMARY KEY ("article_id","day")
);

-- CreateTable
CREATE TABLE "article_ticket" (
    "article_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "kind" "article_ticket_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "article_ticket_pkey" PRIMARY KEY ("article_id","conversation_id","kind")
);

-- CreateTable
CREATE TABLE "product_link" (
    "id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "kind" "link_kind" NOT NULL,
    "version" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "state" "link_state" NOT NULL DEFAULT 'unchecked',
    "problem" TEXT,
    "checked_at" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "product_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_source" (
    "id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "kind" "source_kind" NOT NULL,
    "url" TEXT NOT NULL,
    "state" "link_state" NOT NULL DEFAULT 'unchecked',
    "problem" TEXT,
    "read_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "product_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_page" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "headings" TEXT NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "product_page_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "key" TEXT NOT NULL,
    "uploader_id" UUID NOT NULL,
    "article_id" UUID,
    "conversation_id" UUID,
    "seq" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_synonym" (
    "id" UUID NOT NULL,
    "words" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "search_synonym_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_stop_word" (
    "word" TEXT NOT NULL,

    CONSTRAINT "search_stop_word_pkey" PRIMARY KEY ("word")
);

-- CreateTable
CREATE TABLE "search_promotion" (
    "id" UUID NOT NULL,
    "query" TEXT NOT NULL,
    "article_id" UUID NOT NULL,

    CONSTRAINT "search_promotion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_log" (
    "id" UUID NOT NULL,
    "query" TEXT NOT NULL,
    "app" "app" NOT NULL,
    "found" INTEGER NOT NULL,
    "outcome" "search_outcome" NOT NULL DEFAULT 'none',
    "opened" TEXT,
    "place" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "search_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "avoided_ticket" (
    "person_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "document" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "avoided_ticket_pkey" PRIMARY KEY ("person_id","day")
);

-- CreateIndex
CREATE UNIQUE INDEX "collection_slug_key" ON "collection"("slug");

-- CreateIndex
CREATE INDEX "collection_parent_id_idx" ON "collection"("parent_id");

-- CreateIndex
CREATE INDEX "collection_product_id_idx" ON "collection"("product_id");

-- CreateIndex
CREATE UNIQUE INDEX "collection_desk_id_source_key" ON "collection"("desk_id", "source");

-- CreateIndex
CREATE UNIQUE INDEX "article_slug_key" ON "article"("slug");

-- CreateIndex
CREATE INDEX "article_desk_id_updated_at_id_idx" ON "article"("desk_id", "updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_collection_id_position_idx" ON "article"("collection_id", "position");

-- CreateIndex
CREATE INDEX "article_product_id_idx" ON "article"("product_id");

-- CreateIndex
CREATE INDEX "article_owner_id_idx" ON "article"("owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "article_desk_id_source_key" ON "article"("desk_id", "source");

-- CreateIndex
CREATE INDEX "article_redirect_article_id_idx" ON "article_redirect"("article_id");

-- CreateIndex
CREATE INDEX "article_relation_related_id_idx" ON "article_relation"("related_id");

-- CreateIndex
CREATE INDEX "article_vote_article_id_at_idx" ON "article_vote"("article_id", "at" DESC);

-- CreateIndex
CREATE INDEX "article_ticket_conversation_id_idx" ON "article_ticket"("conversation_id");

-- CreateIndex
CREATE INDEX "product_link_checked_at_idx" ON "product_link"("checked_at");

-- CreateIndex
CREATE UNIQUE INDEX "product_link_product_id_url_key" ON "product_link"("product_id", "url");

-- CreateIndex
CREATE UNIQUE INDEX "product_source_product_id_url_key" ON "product_source"("product_id", "url");

-- CreateIndex
CREATE UNIQUE INDEX "product_page_source_id_url_key" ON "product_page"("source_id", "url");

-- CreateIndex
CREATE UNIQUE INDEX "file_key_key" ON "file"("key");

-- CreateIndex
CREATE INDEX "file_article_id_idx" ON "file"("article_id");

-- CreateIndex
CREATE INDEX "file_conversation_id_idx" ON "file"("conversation_id");

-- CreateIndex
CREATE INDEX "file_uploader_id_created_at_idx" ON "file"("uploader_id", "created_at");

-- CreateIndex
CREATE INDEX "search_promotion_article_id_idx" ON "search_promotion"("article_id");

-- CreateIndex
CREATE UNIQUE INDEX "search_promotion_query_article_id_key" ON "search_promotion"("query", "article_id");

-- CreateIndex
CREATE INDEX "search_log_at_idx" ON "search_log"("at");

-- CreateIndex
CREATE INDEX "search_log_query_at_idx" ON "search_log"("query", "at");

-- AddForeignKey
ALTER TABLE "collection" ADD CONSTRAINT "collection_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection" ADD CONSTRAINT "collection_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "collection" ADD CONSTRAINT "collection_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "collection"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_collection_id_fkey" FOREIGN KEY ("collection_id") REFERENCES "collection"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_revision" ADD CONSTRAINT "article_revision_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_revision" ADD CONSTRAINT "article_revision_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_page" ADD CONSTRAINT "article_page_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_draft" ADD CONSTRAINT "article_draft_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_draft" ADD CONSTRAINT "article_draft_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_redirect" ADD CONSTRAINT "article_redirect_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_relation" ADD CONSTRAINT "article_relation_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_relation" ADD CONSTRAINT "article_relation_related_id_fkey" FOREIGN KEY ("related_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_vote" ADD CONSTRAINT "article_vote_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_day" ADD CONSTRAINT "article_day_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_ticket" ADD CONSTRAINT "article_ticket_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_ticket" ADD CONSTRAINT "article_ticket_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_link" ADD CONSTRAINT "product_link_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_source" ADD CONSTRAINT "product_source_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_page" ADD CONSTRAINT "product_page_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "product_source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file" ADD CONSTRAINT "file_uploader_id_fkey" FOREIGN KEY ("uploader_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file" ADD CONSTRAINT "file_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file" ADD CONSTRAINT "file_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "search_promotion" ADD CONSTRAINT "search_promotion_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "avoided_ticket" ADD CONSTRAINT "avoided_ticket_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
