-- AlterTable
ALTER TABLE "article" ADD COLUMN     "front_matter" TEXT;
