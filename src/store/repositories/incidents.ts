import { Unreadable } from '../../app/ports.ts';
import { nextDue } from '../../domain/due.ts';
import type { IncidentEvent } from '../../domain/events.ts';
import { replay } from '../../domain/evolve.ts';
import type { Incident } from '../../domain/incident.ts';
import { isTogetherIn } from '../../domain/relay.ts';
import type { Prisma } from '../generated/client.ts';
import { eventVersion, readEventBody } from './event-schema.ts';

type Db = Prisma.TransactionClient;

/** Over: these are not looked for when a person comes back. */
const openStatuses = ['open', 'mitigated'];

/** Adds up an incident from its events; null when there is none. */
export async function loadIncident(db: Db, team: string, id: string): Promise<Incident | null> {
  const rows = await db.incidentEvent.findMany({ where: { team, incidentId: id }, orderBy: { seq: 'asc' } });
  if (rows.length === 0) return null;
  const events = rows.map(
    (row): IncidentEvent => ({
      seq: row.seq,
      at: row.at.getTime(),
      actor: row.actor,
      correlation: row.correlation,
      body: bodyOf(row),
    }),
  );
  return replay(team, id, events);
}

function bodyOf(row: Parameters<typeof readEventBody>[0]): IncidentEvent['body'] {
  try {
    return readEventBody(row);
  } catch (error) {
    throw new Unreadable({ cause: error });
  }
}

/** The same, with the incident held until the transaction ends: writers come one after the other. */
export async function lockIncident(db: Db, team: string, id: string): Promise<Incident | null> {
  await db.$queryRaw`SELECT 1 FROM "Incident" WHERE "team" = ${team} AND "id" = ${id} FOR UPDATE`;
  return loadIncident(db, team, id);
}

/** Appends events and brings the row for queries up to date. A gap or a repeated `seq` is refused by the database. */
export async function saveIncident(
  db: Db,
  incident: Incident,
  events: readonly IncidentEvent[],
): Promise<void> {
  const { team, id, number, version, status, severity, engineer, origin } = incident;
  const last = events.at(-1);
  if (last === undefined) return;
  const due = nextDue(incident);
  const dueAt = due === null ? null : new Date(due);
  const now = { version, status, severity: severity.level, updatedAt: new Date(last.at), dueAt };
  if (events[0]?.seq === 1) {
    const under = 'ts' in origin ? { originChannel: origin.channel, originTs: origin.ts } : {};
    const openedAt = new Date(incident.openedAt);
    await db.incident.create({ data: { team, id, number, engineer, openedAt, ...under, ...now } });
  } else {
    await db.incident.update({ where: { team_id: { team, id } }, data: now });
  }
  await db.incidentEvent.createMany({
    data: events.map(({ seq, at, actor, correlation, body: { type, ...data } }) => ({
      ...{ team, incidentId: id, seq, type, version: eventVersion, at: new Date(at), actor, correlation },
      data,
    })),
  });
}

export async function findOpenIncidentOf(db: Db, team: string, engineer: string): Promise<string | null> {
  const row = await db.incident.findFirst({
    where: { team, engineer, status: { in: openStatuses } },
    orderBy: { number: 'desc' },
    select: { id: true },
  });
  return row?.id ?? null;
}

/** Opened since then because of a message in this channel, the earliest first. */
export async function findIncidentsFrom(
  db: Db,
  team: string,
  originChannel: string,
  since: Date,
): Promise<readonly string[]> {
  const rows = await db.incident.findMany({
    where: { team, originChannel, status: { in: openStatuses }, openedAt: { gte: since } },
    orderBy: { number: 'asc' },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** The events that name somebody hold their id under one of these. */
export async function findOpenIncidentsWith(db: Db, team: string, user: string): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT i."id" FROM "Incident" i
    WHERE i."team" = ${team} AND i."status" = ANY(${openStatuses})
      AND (i."engineer" = ${user} OR EXISTS (
        SELECT 1 FROM "IncidentEvent" e WHERE e."team" = i."team" AND e."incidentId" = i."id"
          AND (e."data"->>'person' = ${user} OR e."data"->>'manager' = ${user})))
    ORDER BY i."number"`;
  return rows.map(({ id }) => id);
}

export async function hadIncident(db: Db, team: string, engineer: string): Promise<boolean> {
  return (await db.incident.findFirst({ where: { team, engineer }, select: { id: true } })) !== null;
}

/** Open ones in which words are passed on, for want of a room, and this person is; the newest first. */
export async function findRelayedWith(db: Db, team: string, user: string): Promise<readonly string[]> {
  const rows = await db.incident.findMany({
    where: { team, status: { in: openStatuses }, events: { some: { type: 'room_refused' } } },
    orderBy: { number: 'desc' },
    select: { id: true },
  });
  const found: string[] = [];
  for (const { id } of rows) {
    const incident = await loadIncident(db, team, id);
    if (incident !== null && isTogetherIn(incident, user)) found.push(id);
  }
  return found;
}

/** Whose next timer ran out before then. */
export function findOverdueIncidents(
  db: Db,
  before: Date,
): Promise<readonly { readonly team: string; readonly id: string }[]> {
  return db.incident.findMany({ where: { dueAt: { lt: before } }, select: { team: true, id: true } });
}

export async function findIncidentUnder(
  db: Db,
  team: string,
  originChannel: string,
  originTs: string,
): Promise<string | null> {
  const row = await db.incident.findFirst({
    where: { team, originChannel, originTs },
    orderBy: { number: 'desc' },
    select: { id: true },
  });
  return row?.id ?? null;
}
