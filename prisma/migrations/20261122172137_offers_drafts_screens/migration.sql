BEGIN;

-- AlterTable
ALTER TABLE "OutgoingMessage" ADD COLUMN     "offerId" TEXT,
ADD COLUMN     "under" TEXT,
ALTER COLUMN "incidentId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "Offer" (
    "team" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "ts" TEXT NOT NULL,
    "incidentId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Offer_pkey" PRIMARY KEY ("team","id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "team" TEXT NOT NULL,
    "incidentId" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("team","incidentId","user","field")
);

-- CreateTable
CREATE TABLE "OpenScreen" (
    "team" TEXT NOT NULL,
    "incidentId" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "viewId" TEXT NOT NULL,
    "screen" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OpenScreen_pkey" PRIMARY KEY ("team","incidentId","user")
);

-- CreateIndex
CREATE INDEX "Offer_team_user_updatedAt_idx" ON "Offer"("team", "user", "updatedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Offer_team_channel_ts_user_key" ON "Offer"("team", "channel", "ts", "user");

-- CreateIndex
CREATE INDEX "OutgoingMessage_team_offerId_idx" ON "OutgoingMessage"("team", "offerId");

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_team_incidentId_fkey" FOREIGN KEY ("team", "incidentId") REFERENCES "Incident"("team", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpenScreen" ADD CONSTRAINT "OpenScreen_team_incidentId_fkey" FOREIGN KEY ("team", "incidentId") REFERENCES "Incident"("team", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

COMMIT;
