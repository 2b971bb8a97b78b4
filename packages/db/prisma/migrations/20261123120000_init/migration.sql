CREATE EXTENSION IF NOT EXISTS citext;

-- CreateEnum
CREATE TYPE "conversation_status" AS ENUM ('new', 'open', 'pending', 'on_hold', 'resolved', 'closed');

-- CreateEnum
CREATE TYPE "priority" AS ENUM ('low', 'normal', 'high', 'urgent');

-- CreateEnum
CREATE TYPE "channel" AS ENUM ('portal', 'chat', 'email', 'api');

-- CreateEnum
CREATE TYPE "category" AS ENUM ('question', 'installation', 'licence', 'billing', 'bug', 'feature', 'account', 'other');

-- CreateEnum
CREATE TYPE "visibility" AS ENUM ('public', 'agents', 'desk');

-- CreateEnum
CREATE TYPE "event_kind" AS ENUM ('opened', 'message', 'note', 'status_changed', 'priority_changed', 'assigned', 'follow_up_opened');

-- CreateEnum
CREATE TYPE "desk_kind" AS ENUM ('platform', 'developer');

-- CreateEnum
CREATE TYPE "mail_status" AS ENUM ('logged', 'sent', 'failed');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('customer', 'developer', 'admin');

-- CreateEnum
CREATE TYPE "app" AS ENUM ('customer', 'console');

-- CreateTable
CREATE TABLE "conversation" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "subject" TEXT NOT NULL,
    "channel" "channel" NOT NULL,
    "status" "conversation_status" NOT NULL DEFAULT 'new',
    "priority" "priority" NOT NULL DEFAULT 'normal',
    "category" "category" NOT NULL,
    "requester_id" UUID NOT NULL,
    "product_id" UUID,
    "desk_id" UUID NOT NULL,
    "assignee_id" UUID,
    "tier" INTEGER NOT NULL DEFAULT 1,
    "seq" INTEGER NOT NULL,
    "public_seq" INTEGER NOT NULL DEFAULT 0,
    "requester_read_seq" INTEGER NOT NULL DEFAULT 0,
    "requester_seq" INTEGER NOT NULL DEFAULT 0,
    "agent_read_seq" INTEGER NOT NULL DEFAULT 0,
    "follows_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_event_at" TIMESTAMPTZ(3) NOT NULL,
    "last_public_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conversation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversation_desk" (
    "conversation_id" UUID NOT NULL,
    "desk_id" UUID NOT NULL,

    CONSTRAINT "conversation_desk_pkey" PRIMARY KEY ("conversation_id","desk_id")
);

-- CreateTable
CREATE TABLE "event" (
    "conversation_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" "event_kind" NOT NULL,
    "visibility" "visibility" NOT NULL,
    "actor_id" UUID NOT NULL,
    "desk_id" UUID,
    "client_id" UUID,
    "body" TEXT,
    "data" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("conversation_id","seq")
);

-- CreateTable
CREATE TABLE "read_cursor" (
    "person_id" UUID NOT NULL,
    "conversation_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,

    CONSTRAINT "read_cursor_pkey" PRIMARY KEY ("person_id","conversation_id")
);

-- CreateTable
CREATE TABLE "conversation_count" (
    "desk_id" UUID NOT NULL,
    "status" "conversation_status" NOT NULL,
    "assignee_id" UUID NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "conversation_count_pkey" PRIMARY KEY ("desk_id","assignee_id","status")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "start_at" TIMESTAMPTZ(3) NOT NULL,
    "singleton_key" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk" (
    "id" UUID NOT NULL,
    "kind" "desk_kind" NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tiers" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "desk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk_member" (
    "desk_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "tier" INTEGER NOT NULL DEFAULT 1,
    "joined_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "desk_member_pkey" PRIMARY KEY ("desk_id","person_id")
);

-- CreateTable
CREATE TABLE "desk_look" (
    "id" UUID NOT NULL,
    "admin_id" UUID NOT NULL,
    "desk_id" UUID NOT NULL,
    "conversation_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "desk_look_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "to_email" CITEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "status" "mail_status" NOT NULL DEFAULT 'logged',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tagline" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "hue" INTEGER NOT NULL,
    "desk_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "purchase" (
    "id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "licence" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "purchased_at" TIMESTAMPTZ(3) NOT NULL,
    "support_until" TIMESTAMPTZ(3) NOT NULL,
    "channels" "channel"[],

    CONSTRAINT "purchase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "app" "app" NOT NULL,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_token" (
    "token_hash" TEXT NOT NULL,
    "email" CITEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_token_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "conversation_number_key" ON "conversation"("number");

-- CreateIndex
CREATE INDEX "conversation_requester_id_last_public_at_id_idx" ON "conversation"("requester_id", "last_public_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "conversation_follows_id_idx" ON "conversation"("follows_id");

-- CreateIndex
CREATE INDEX "conversation_desk_desk_id_conversation_id_idx" ON "conversation_desk"("desk_id", "conversation_id");

-- CreateIndex
CREATE INDEX "read_cursor_conversation_id_idx" ON "read_cursor"("conversation_id");

-- CreateIndex
CREATE UNIQUE INDEX "desk_slug_key" ON "desk"("slug");

-- CreateIndex
CREATE INDEX "desk_member_person_id_idx" ON "desk_member"("person_id");

-- CreateIndex
CREATE INDEX "desk_look_desk_id_at_idx" ON "desk_look"("desk_id", "at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "mail_cause_key" ON "mail"("cause");

-- CreateIndex
CREATE INDEX "mail_created_at_id_idx" ON "mail"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "product_slug_key" ON "product"("slug");

-- CreateIndex
CREATE INDEX "product_desk_id_idx" ON "product"("desk_id");

-- CreateIndex
CREATE INDEX "purchase_product_id_idx" ON "purchase"("product_id");

-- CreateIndex
CREATE UNIQUE INDEX "purchase_customer_id_product_id_key" ON "purchase"("customer_id", "product_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "sign_in_token_expires_at_idx" ON "sign_in_token"("expires_at");

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_requester_id_fkey" FOREIGN KEY ("requester_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_follows_id_fkey" FOREIGN KEY ("follows_id") REFERENCES "conversation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_desk" ADD CONSTRAINT "conversation_desk_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_desk" ADD CONSTRAINT "conversation_desk_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "read_cursor" ADD CONSTRAINT "read_cursor_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "read_cursor" ADD CONSTRAINT "read_cursor_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "conversation_count" ADD CONSTRAINT "conversation_count_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_member" ADD CONSTRAINT "desk_member_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_member" ADD CONSTRAINT "desk_member_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_look" ADD CONSTRAINT "desk_look_admin_id_fkey" FOREIGN KEY ("admin_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_look" ADD CONSTRAINT "desk_look_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_look" ADD CONSTRAINT "desk_look_conversation_id_fkey" FOREIGN KEY ("conversation_id") REFERENCES "conversation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product" ADD CONSTRAINT "product_desk_id_fkey" FOREIGN KEY ("desk_id") REFERENCES "desk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "purchase" ADD CONSTRAINT "purchase_customer_id_fkey" FOREIGN KEY ("customer_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "purchase" ADD CONSTRAINT "purchase_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

