-- CreateTable
CREATE TABLE "article_likeness" (
    "article_id" UUID NOT NULL,
    "audience" "audience" NOT NULL,
    "place" INTEGER NOT NULL,
    "like_id" UUID NOT NULL,

    CONSTRAINT "article_likeness_pkey" PRIMARY KEY ("article_id","audience","place")
);

-- CreateTable
CREATE TABLE "article_to_liken" (
    "article_id" UUID NOT NULL,
    "changed" BOOLEAN NOT NULL,
    "changes" INTEGER NOT NULL DEFAULT 1,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_to_liken_pkey" PRIMARY KEY ("article_id")
);

-- CreateIndex
CREATE INDEX "article_likeness_like_id_idx" ON "article_likeness"("like_id");

-- CreateIndex
CREATE INDEX "article_to_liken_due_at_idx" ON "article_to_liken"("due_at");

-- AddForeignKey
ALTER TABLE "article_likeness" ADD CONSTRAINT "article_likeness_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_likeness" ADD CONSTRAINT "article_likeness_like_id_fkey" FOREIGN KEY ("like_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_to_liken" ADD CONSTRAINT "article_to_liken_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What readers read already is compared once.
INSERT INTO "article_to_liken" ("article_id", "changed", "due_at")
SELECT "id", false, now() FROM "article" WHERE "published_revision" IS NOT NULL;
