-- AlterTable
ALTER TABLE "article" ADD COLUMN     "recent_views" INTEGER NOT NULL DEFAULT 0;

-- CreateIndex
CREATE INDEX "article_desk_id_state_updated_at_id_idx" ON "article"("desk_id", "state", "updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_updated_at_id_idx" ON "article"("updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "article_page_updated_at_article_id_idx" ON "article_page"("updated_at" DESC, "article_id" DESC);
