-- AlterTable
ALTER TABLE "file" ADD COLUMN     "source_sha256" TEXT NOT NULL;

