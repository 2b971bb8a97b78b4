-- CreateIndex
CREATE INDEX "article_state_updated_at_id_idx" ON "article"("state", "updated_at" DESC, "id" DESC);
