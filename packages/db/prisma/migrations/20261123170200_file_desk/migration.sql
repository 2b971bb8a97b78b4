-- AlterTable
ALTER TABLE "file" ADD COLUMN "desk_id" UUID;

UPDATE "file" f SET "desk_id" = a."desk_id" FROM "article" a WHERE a."id" = f."article_id";

-- What an import that died had kept for later is nobody's; its bytes are swept.
DELETE FROM "file" WHERE "desk_id" IS NULL;

ALTER TABLE "file" ALTER COLUMN "desk_id" SET NOT NULL;

-- CreateIndex
CREATE INDEX "file_desk_id_idx" ON "file"("desk_id");

-- AddForeignKey
ALTER TABLE "file" ADD CONSTRAINT "file_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
