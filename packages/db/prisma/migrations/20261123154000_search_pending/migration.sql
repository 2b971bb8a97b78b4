-- CreateTable
CREATE TABLE "search_dismissal" (
    "query" TEXT NOT NULL,

    CONSTRAINT "search_dismissal_pkey" PRIMARY KEY ("query")
);

-- CreateTable
CREATE TABLE "search_pending" (
    "engine" TEXT NOT NULL,
    "thing" TEXT NOT NULL,
    "thing_id" UUID NOT NULL,
    "changes" INTEGER NOT NULL DEFAULT 1,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "search_pending_pkey" PRIMARY KEY ("engine","thing","thing_id")
);

-- CreateIndex
CREATE INDEX "search_pending_engine_due_at_idx" ON "search_pending"("engine", "due_at");

