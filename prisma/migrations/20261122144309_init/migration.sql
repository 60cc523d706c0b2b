BEGIN;

-- CreateTable
CREATE TABLE "Workspace" (
    "team" TEXT NOT NULL,
    "lastIncidentNumber" INTEGER NOT NULL DEFAULT 0,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Workspace_pkey" PRIMARY KEY ("team")
);

-- CreateTable
CREATE TABLE "Person" (
    "team" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "mentor" TEXT,
    "backups" TEXT[],
    "manager" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("team","user")
);

-- CreateTable
CREATE TABLE "WatchedChannel" (
    "team" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "mode" TEXT NOT NULL,

    CONSTRAINT "WatchedChannel_pkey" PRIMARY KEY ("team","channel")
);

-- CreateTable
CREATE TABLE "Incident" (
    "team" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "engineer" TEXT NOT NULL,
    "originChannel" TEXT,
    "originTs" TEXT,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Incident_pkey" PRIMARY KEY ("team","id")
);

-- CreateTable
CREATE TABLE "IncidentEvent" (
    "team" TEXT NOT NULL,
    "incidentId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT,
    "correlation" TEXT NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "IncidentEvent_pkey" PRIMARY KEY ("team","incidentId","seq")
);

-- CreateTable
CREATE TABLE "Words" (
    "team" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "incidentId" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Words_pkey" PRIMARY KEY ("team","id")
);

-- CreateTable
CREATE TABLE "OutgoingMessage" (
    "team" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "conversation" TEXT NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "incidentId" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "threadTs" TEXT,
    "state" TEXT NOT NULL,
    "wanted" INTEGER NOT NULL DEFAULT 1,
    "shown" INTEGER NOT NULL DEFAULT 0,
    "digest" TEXT,
    "channel" TEXT,
    "ts" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "attemptedAt" TIMESTAMPTZ(3),
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "failure" TEXT,
    "correlation" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OutgoingMessage_pkey" PRIMARY KEY ("team","id")
);

-- CreateTable
CREATE TABLE "Inbox" (
    "team" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Inbox_pkey" PRIMARY KEY ("team","key")
);

-- CreateTable
CREATE TABLE "WorkerBeat" (
    "worker" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WorkerBeat_pkey" PRIMARY KEY ("worker")
);

-- CreateIndex
CREATE INDEX "Incident_team_engineer_status_idx" ON "Incident"("team", "engineer", "status");

-- CreateIndex
CREATE INDEX "Incident_team_originChannel_originTs_idx" ON "Incident"("team", "originChannel", "originTs");

-- CreateIndex
CREATE UNIQUE INDEX "Incident_team_number_key" ON "Incident"("team", "number");

-- CreateIndex
CREATE INDEX "Words_team_incidentId_idx" ON "Words"("team", "incidentId");

-- CreateIndex
CREATE UNIQUE INDEX "OutgoingMessage_sequence_key" ON "OutgoingMessage"("sequence");

-- CreateIndex
CREATE INDEX "OutgoingMessage_team_conversation_sequence_idx" ON "OutgoingMessage"("team", "conversation", "sequence");

-- CreateIndex
CREATE INDEX "OutgoingMessage_state_nextAt_idx" ON "OutgoingMessage"("state", "nextAt");

-- CreateIndex
CREATE INDEX "OutgoingMessage_team_incidentId_idx" ON "OutgoingMessage"("team", "incidentId");

-- CreateIndex
CREATE UNIQUE INDEX "OutgoingMessage_team_key_key" ON "OutgoingMessage"("team", "key");

-- CreateIndex
CREATE INDEX "Inbox_at_idx" ON "Inbox"("at");

-- AddForeignKey
ALTER TABLE "IncidentEvent" ADD CONSTRAINT "IncidentEvent_team_incidentId_fkey" FOREIGN KEY ("team", "incidentId") REFERENCES "Incident"("team", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Words" ADD CONSTRAINT "Words_team_incidentId_fkey" FOREIGN KEY ("team", "incidentId") REFERENCES "Incident"("team", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

COMMIT;
