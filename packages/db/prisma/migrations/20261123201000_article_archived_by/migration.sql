-- AlterTable
ALTER TABLE "article_archive" ADD COLUMN "person_id" UUID;

-- AddForeignKey
ALTER TABLE "article_archive" ADD CONSTRAINT "article_archive_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
