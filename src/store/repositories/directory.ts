import type { Circle } from '../../domain/ladder.ts';
import { nobody } from '../../domain/ladder.ts';
import type { Prisma } from '../generated/client.ts';

type Db = Prisma.TransactionClient;

/** Whom to ask for a person; nobody when they are not in the directory. */
export async function loadCircle(db: Db, team: string, user: string): Promise<Circle> {
  const row = await db.person.findUnique({ where: { team_user: { team, user } } });
  return row === null ? nobody : { mentor: row.mentor, backups: row.backups, manager: row.manager };
}

/** Remembers a part of a person's circle; what is not named stays as it was. */
export async function rememberCircle(
  db: Db,
  team: string,
  user: string,
  circle: { mentor?: string | null; backups?: string[]; manager?: string | null },
  at: Date,
): Promise<void> {
  await db.person.upsert({
    where: { team_user: { team, user } },
    create: { team, user, ...circle, updatedAt: at },
    update: { ...circle, updatedAt: at },
  });
}
