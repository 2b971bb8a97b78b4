-- AlterTable
ALTER TABLE "product_source" ADD COLUMN     "begun_at" TIMESTAMPTZ(3),
ADD COLUMN     "leased_to" TIMESTAMPTZ(3),
ADD COLUMN     "todo" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "product_page" ADD COLUMN     "etag" TEXT,
ADD COLUMN     "last_modified" TEXT;
