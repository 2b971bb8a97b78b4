-- DropIndex
DROP INDEX "article_product_id_idx";

-- CreateIndex
CREATE INDEX "article_collection_id_updated_at_id_idx" ON "article"("collection_id", "updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_product_id_updated_at_id_idx" ON "article"("product_id", "updated_at" DESC, "id" DESC);
