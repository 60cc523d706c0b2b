import { z } from 'zod';
import {
  changeSettings,
  noSettings,
  type Settings,
  type SettingsChange,
  type WatchedChannel,
  type WatchMode,
  watchModes,
} from '../../app/settings.ts';
import type { Prisma } from '../generated/client.ts';

type Db = Prisma.TransactionClient;

const ids = z.array(z.string());
const pool = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('people'), people: ids }),
  z.object({ kind: z.literal('group'), group: z.string(), people: ids }),
]);
const service = z.object({ id: z.string(), name: z.string(), owner: z.string() });
const blameless = z.object({ text: z.string(), link: z.string().nullable() });

/** What was never set, and what this release cannot read, is as if nothing were set. */
const settingsSchema = z.object({
  admins: ids.catch([]),
  pool: pool.nullable().catch(null),
  helpersChannel: z.string().nullable().catch(null),
  services: z.array(service).catch([]),
  dutyContact: z.string().nullable().catch(null),
  openChannels: ids.catch([]),
  blameless: blameless.nullable().catch(null),
}) satisfies z.ZodType<Settings>;

export async function loadSettings(db: Db, team: string): Promise<Settings> {
  const row = await db.workspace.findUnique({ where: { team }, select: { settings: true } });
  return row === null ? noSettings : settingsSchema.parse(row.settings);
}

/** Reads and writes with the workspace's row held, so that two changes at a time come one after the other. */
export async function saveSettings(
  db: Db,
  team: string,
  change: SettingsChange,
  now: Date,
): Promise<Settings> {
  await db.workspace.createMany({ data: { team, createdAt: now }, skipDuplicates: true });
  await db.$queryRaw`SELECT 1 FROM "Workspace" WHERE "team" = ${team} FOR UPDATE`;
  const settings = changeSettings(await loadSettings(db, team), change);
  await db.workspace.update({ where: { team }, data: { settings } });
  return settings;
}

const mode = z.enum(watchModes);

export async function loadWatched(db: Db, team: string): Promise<readonly WatchedChannel[]> {
  const rows = await db.watchedChannel.findMany({ where: { team }, orderBy: { channel: 'asc' } });
  return rows.flatMap(({ channel, mode: given }) => {
    const read = mode.safeParse(given);
    return read.success ? [{ channel, mode: read.data }] : [];
  });
}

export async function saveWatched(db: Db, team: string, channel: string, set: WatchMode): Promise<void> {
  await db.watchedChannel.upsert({
    where: { team_channel: { team, channel } },
    create: { team, channel, mode: set },
    update: { mode: set },
  });
}

/** How often each of these people was asked for help since then, whatever became of it. */
export async function countAsks(db: Db, team: string, since: Date): Promise<ReadonlyMap<string, number>> {
  const rows = await db.$queryRaw<{ person: string; count: bigint }[]>`
    SELECT "data"->>'person' AS "person", COUNT(*) AS "count" FROM "IncidentEvent"
    WHERE "team" = ${team} AND "type" = 'help_asked' AND "at" > ${since} GROUP BY 1`;
  return new Map(rows.map(({ person, count }) => [person, Number(count)]));
}
