-- CreateEnum
CREATE TYPE "search_generation_state" AS ENUM ('live', 'building', 'dropped');

-- CreateTable
CREATE TABLE "search_generation" (
    "id" SERIAL NOT NULL,
    "state" "search_generation_state" NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "search_generation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_document" (
    "key" BIGSERIAL NOT NULL,
    "generation_id" INTEGER NOT NULL,
    "document_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "group_id" TEXT NOT NULL,
    "product_id" TEXT,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "weights" BYTEA NOT NULL,
    "sequence" BYTEA NOT NULL,

    CONSTRAINT "search_document_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "search_fresh" (
    "generation_id" INTEGER NOT NULL,
    "key" BIGINT NOT NULL,

    CONSTRAINT "search_fresh_pkey" PRIMARY KEY ("generation_id","key")
);

-- CreateTable
CREATE TABLE "search_segment" (
    "id" SERIAL NOT NULL,
    "generation_id" INTEGER NOT NULL,
    "documents" BYTEA NOT NULL,
    "products" TEXT[],
    "gone" BYTEA NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "search_segment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_posting" (
    "word" TEXT NOT NULL,
    "segment_id" INTEGER NOT NULL,
    "documents" BYTEA NOT NULL,
    "weights" BYTEA NOT NULL,

    CONSTRAINT "search_posting_pkey" PRIMARY KEY ("word","segment_id")
);

-- CreateTable
CREATE TABLE "search_word" (
    "generation_id" INTEGER NOT NULL,
    "word" TEXT NOT NULL,
    "stem" TEXT NOT NULL,
    "documents" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("generation_id","word")
);

-- CreateTable
CREATE TABLE "search_removed" (
    "generation_id" INTEGER NOT NULL,
    "document_id" TEXT NOT NULL,

    CONSTRAINT "search_removed_pkey" PRIMARY KEY ("generation_id","document_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "search_document_generation_id_document_id_key" ON "search_document"("generation_id", "document_id");

-- CreateIndex
CREATE INDEX "search_segment_generation_id_idx" ON "search_segment"("generation_id");

-- CreateIndex
CREATE INDEX "search_posting_segment_id_idx" ON "search_posting"("segment_id");

-- CreateIndex
CREATE INDEX "search_word_generation_id_stem_idx" ON "search_word"("generation_id", "stem");
