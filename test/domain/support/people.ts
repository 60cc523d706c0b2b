import type { Circle } from '../../../src/domain/ladder.ts';
import type { PersonStanding } from '../../../src/domain/permissions.ts';

const member = { guest: false, otherOrganisation: false, admin: false };

/** The people of the stories: Alex made the mistake, Mia is the mentor, Ben and Cleo are her backups, Mona manages. */
export const people = {
  alex: { user: 'U_ALEX', ...member },
  mia: { user: 'U_MIA', ...member },
  ben: { user: 'U_BEN', ...member },
  cleo: { user: 'U_CLEO', ...member },
  dora: { user: 'U_DORA', ...member },
  mona: { user: 'U_MONA', ...member },
  zoe: { user: 'U_ZOE', ...member },
  ada: { user: 'U_ADA', ...member, admin: true },
  gus: { user: 'U_GUS', ...member, guest: true },
  otto: { user: 'U_OTTO', ...member, otherOrganisation: true },
} satisfies Record<string, PersonStanding>;

export type Name = keyof typeof people;

/** What the directory says about Alex. */
export const circle: Circle = {
  mentor: people.mia.user,
  backups: [people.ben.user, people.cleo.user],
  manager: people.mona.user,
};
