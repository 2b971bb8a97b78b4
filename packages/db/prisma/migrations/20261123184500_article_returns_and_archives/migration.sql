-- CreateTable
CREATE TABLE "article_return" (
    "article_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_return_pkey" PRIMARY KEY ("article_id")
);

-- CreateTable
CREATE TABLE "article_archive" (
    "article_id" UUID NOT NULL,
    "state" "article_state" NOT NULL,
    "audience" "audience" NOT NULL,
    "published_revision" INTEGER,
    "publish_at" TIMESTAMPTZ(3),

    CONSTRAINT "article_archive_pkey" PRIMARY KEY ("article_id")
);

-- AddForeignKey
ALTER TABLE "article_return" ADD CONSTRAINT "article_return_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_return" ADD CONSTRAINT "article_return_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_archive" ADD CONSTRAINT "article_archive_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
