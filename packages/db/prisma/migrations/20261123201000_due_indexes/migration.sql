-- CreateIndex
CREATE INDEX "avoided_ticket_at_idx" ON "avoided_ticket"("at");

-- CreateIndex
CREATE INDEX "product_source_leased_to_idx" ON "product_source"("leased_to");
