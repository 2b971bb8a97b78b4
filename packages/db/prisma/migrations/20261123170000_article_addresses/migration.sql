-- DropIndex
DROP INDEX "article_slug_key";

-- CreateIndex
CREATE INDEX "article_slug_idx" ON "article"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "article_desk_id_slug_key" ON "article"("desk_id", "slug");
