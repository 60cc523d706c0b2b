import type { DraftOf, Drafts } from '../../app/drafts.ts';
import type { Prisma } from '../generated/client.ts';

type Db = Prisma.TransactionClient;

export async function loadDrafts(db: Db, { team, incident, user }: DraftOf): Promise<Drafts> {
  const rows = await db.draft.findMany({ where: { team, incidentId: incident, user } });
  return new Map(rows.map(({ field, text }) => [field, text]));
}

/** Keeps what stands in a field now; an empty one is forgotten. */
export async function keepDraft(
  db: Db,
  { team, incident, user }: DraftOf,
  field: string,
  text: string,
  at: Date,
): Promise<void> {
  if (text === '') {
    await dropDrafts(db, { team, incident, user }, [field]);
    return;
  }
  await db.draft.upsert({
    where: { team_incidentId_user_field: { team, incidentId: incident, user, field } },
    create: { team, incidentId: incident, user, field, text, updatedAt: at },
    update: { text, updatedAt: at },
  });
}

export async function dropDrafts(
  db: Db,
  { team, incident, user }: DraftOf,
  fields: readonly string[],
): Promise<void> {
  await db.draft.deleteMany({ where: { team, incidentId: incident, user, field: { in: [...fields] } } });
}
