-- AlterTable
ALTER TABLE "article" ADD COLUMN     "of_ticket" BOOLEAN NOT NULL DEFAULT false;
