-- CreateTable
CREATE TABLE "search_filling" (
    "engine" TEXT NOT NULL,
    "format" INTEGER NOT NULL,
    "built_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "search_filling_pkey" PRIMARY KEY ("engine")
);
