import type { OpenScreen } from '../../app/open-screens.ts';
import { screens } from '../../domain/phases.ts';
import type { Prisma } from '../generated/client.ts';

type Db = Prisma.TransactionClient;

export async function rememberScreen(
  db: Db,
  team: string,
  incidentId: string,
  { user, screen, drawing }: OpenScreen,
  at: Date,
): Promise<void> {
  await db.openScreen.upsert({
    where: { team_incidentId_user: { team, incidentId, user } },
    create: { team, incidentId, user, viewId: drawing, screen, updatedAt: at },
    update: { viewId: drawing, screen, updatedAt: at },
  });
}

/** Screens that this release does not know are left out. */
export async function loadOpenScreens(
  db: Db,
  team: string,
  incidentId: string,
): Promise<readonly OpenScreen[]> {
  const rows = await db.openScreen.findMany({ where: { team, incidentId } });
  return rows.flatMap(({ user, viewId, screen: name }) => {
    const screen = screens.find((candidate) => candidate === name);
    return screen === undefined ? [] : [{ user, screen, drawing: viewId }];
  });
}

export async function forgetScreen(
  db: Db,
  team: string,
  incidentId: string,
  { user, drawing }: OpenScreen,
): Promise<void> {
  await db.openScreen.deleteMany({ where: { team, incidentId, user, viewId: drawing } });
}
