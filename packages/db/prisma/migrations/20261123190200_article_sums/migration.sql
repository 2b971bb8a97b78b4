-- CreateTable
CREATE TABLE "article_sum" (
    "article_id" UUID NOT NULL,
    "days" SMALLINT NOT NULL,
    "desk_id" UUID NOT NULL,
    "views" INTEGER NOT NULL,
    "helpful" INTEGER NOT NULL,
    "unhelpful" INTEGER NOT NULL,
    "tickets" INTEGER NOT NULL,
    "answered" INTEGER NOT NULL,

    CONSTRAINT "article_sum_pkey" PRIMARY KEY ("article_id","days")
);

-- CreateTable
CREATE TABLE "desk_day" (
    "desk_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "shard" SMALLINT NOT NULL,
    "views" INTEGER NOT NULL DEFAULT 0,
    "helpful" INTEGER NOT NULL DEFAULT 0,
    "unhelpful" INTEGER NOT NULL DEFAULT 0,
    "tickets" INTEGER NOT NULL DEFAULT 0,
    "avoided" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "desk_day_pkey" PRIMARY KEY ("desk_id","day","shard")
);

-- CreateIndex
CREATE INDEX "article_vote_at_idx" ON "article_vote"("at");

-- CreateIndex
CREATE INDEX "article_day_day_article_id_idx" ON "article_day"("day", "article_id");

-- CreateIndex
CREATE INDEX "article_ticket_at_idx" ON "article_ticket"("at");

-- AddForeignKey
ALTER TABLE "article_sum" ADD CONSTRAINT "article_sum_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;
