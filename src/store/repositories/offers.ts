import { z } from 'zod';
import { type Offer, offerReasons, offerStates } from '../../domain/offer.ts';
import type { Prisma, Offer as Row } from '../generated/client.ts';

type Db = Prisma.TransactionClient;

const whySchema = z.enum(offerReasons);
const stateSchema = z.enum(offerStates);

/** Null when there is none, or when a newer release wrote it. */
export async function loadOffer(db: Db, team: string, id: string): Promise<Offer | null> {
  const row = await db.offer.findUnique({ where: { team_id: { team, id } } });
  return row === null ? null : offerOf(row);
}

/** The same, held until the transaction ends. */
export async function lockOffer(db: Db, team: string, id: string): Promise<Offer | null> {
  await db.$queryRaw`SELECT 1 FROM "Offer" WHERE "team" = ${team} AND "id" = ${id} FOR UPDATE`;
  return loadOffer(db, team, id);
}

export async function findOfferAbout(
  db: Db,
  team: string,
  channel: string,
  ts: string,
  user: string,
): Promise<string | null> {
  const where = { team_channel_ts_user: { team, channel, ts, user } };
  return (await db.offer.findUnique({ where, select: { id: true } }))?.id ?? null;
}

/** What somebody was asked since then; what a newer release wrote is left out. */
export async function findOffersTo(
  db: Db,
  team: string,
  user: string,
  since: Date,
): Promise<readonly Offer[]> {
  const rows = await db.offer.findMany({ where: { team, user, updatedAt: { gte: since } } });
  return rows.flatMap((row) => offerOf(row) ?? []);
}

/** Keeps it, new or changed. */
export async function saveOffer(db: Db, offer: Offer, now: Date): Promise<void> {
  const { team, id, user, why, channel, ts, state, incident } = offer;
  const changes = { state, incidentId: incident, updatedAt: now };
  await db.offer.upsert({
    where: { team_id: { team, id } },
    create: { team, id, user, why, channel, ts, createdAt: new Date(offer.createdAt), ...changes },
    update: changes,
  });
}

function offerOf(row: Row): Offer | null {
  const why = whySchema.safeParse(row.why);
  const state = stateSchema.safeParse(row.state);
  if (!why.success || !state.success) return null;
  const { team, id, user, channel, ts, incidentId: incident } = row;
  const createdAt = row.createdAt.getTime();
  return { team, id, user, why: why.data, state: state.data, channel, ts, incident, createdAt };
}
