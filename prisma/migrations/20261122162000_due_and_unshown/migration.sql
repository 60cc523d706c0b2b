BEGIN;

-- AlterTable
ALTER TABLE "Incident" ADD COLUMN "dueAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Incident_dueAt_idx" ON "Incident"("dueAt");

-- DropIndex
DROP INDEX "OutgoingMessage_state_nextAt_idx";

-- DropIndex
DROP INDEX "OutgoingMessage_team_conversation_sequence_idx";

-- What waits is little, and what was shown is everything that ever was: these hold only what waits. The conditions of
-- the queries in src/store/repositories/messages.ts are written like these.
CREATE INDEX "OutgoingMessage_unsent_idx" ON "OutgoingMessage"("team", "conversation", "incidentId", "sequence")
    WHERE "state" IN ('queued', 'sending');
CREATE INDEX "OutgoingMessage_changed_idx" ON "OutgoingMessage"("team", "conversation", "nextAt")
    WHERE "state" = 'sent' AND "wanted" > "shown";

COMMIT;
