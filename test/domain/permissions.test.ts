import { describe, expect, it } from '@jest/globals';
import type { Incident } from '../../src/domain/incident.ts';
import {
  type Action,
  actions,
  allowed,
  may,
  mayOpen,
  type Role,
  roleOf,
  roles,
} from '../../src/domain/permissions.ts';
import { people } from './support/people.ts';
import { begin } from './support/story.ts';

/** Who may do what, as people would read it: + may, - may not. The columns are the roles in their order. */
const expected: Record<Action, string> = {
  //                  engineer mentor manager owner admin bystander guest other_organisation
  open: /*         */ '+        +      +       +     +     +         +     -',
  see: /*          */ '+        +      -       +     -     -         -     -',
  answer_questions: /**/ '+     +      -       +     -     -         -     -',
  ask_for_help: /* */ '+        +      -       +     -     -         -     -',
  answer_ask: /*   */ '-        +      -       +     -     -         -     -',
  take_ask: /*     */ '-        +      -       +     +     +         -     -',
  choose_place: /* */ '+        -      -       -     -     -         -     -',
  hand_off: /*     */ '+        +      -       +     -     -         -     -',
  add_note: /*     */ '+        +      -       +     -     -         -     -',
  name_manager: /* */ '+        +      -       -     -     -         -     -',
  send_summary: /* */ '+        -      -       -     -     -         -     -',
  review_summary: /**/ '-       +      -       +     -     -         -     -',
  read_summary: /* */ '-        -      +       -     -     -         -     -',
  draft_summary: /**/ '-        +      -       +     -     -         -     -',
  mark_summary_seen: /**/ '-    -      +       -     -     -         -     -',
  ask_question: /* */ '-        -      +       -     -     -         -     -',
  answer_question: /**/ '+      -      -       -     -     -         -     -',
  plan_steps: /*   */ '+        +      -       +     -     -         -     -',
  check_step: /*   */ '-        +      -       +     -     -         -     -',
  do_steps: /*     */ '+        +      -       +     -     -         -     -',
  end: /*          */ '+        +      -       +     -     -         -     -',
  reopen: /*       */ '+        +      -       +     -     -         -     -',
  dismiss: /*      */ '+        -      -       -     -     -         -     -',
};

type Cell = { readonly role: Role; readonly verb: 'may' | 'may not'; readonly action: Action };

const cells: readonly Cell[] = actions.flatMap((action) =>
  expected[action]
    .split(/\s+/)
    .map((mark, index): Cell => ({ role: column(index), verb: mark === '+' ? 'may' : 'may not', action })),
);

function column(index: number): Role {
  const role = roles[index];
  if (role === undefined) throw new Error('the table has a column too many');
  return role;
}

describe('the permission table', () => {
  it('has a cell for every role and action', () => {
    expect(cells).toHaveLength(actions.length * roles.length);
  });

  it.each(cells)('$role $verb $action', ({ role, verb, action }) => {
    expect(allowed(role, action)).toBe(verb === 'may');
  });
});

describe('an incident of one’s own', () => {
  it.each([
    ['alex', true],
    ['ada', true],
    ['gus', true],
    ['otto', false],
  ] as const)('may be opened by %s: %s', (who, expected) => {
    expect(mayOpen(people[who])).toBe(expected);
  });
});

describe('what a person is to an incident', () => {
  const told = {
    type: 'write_summary',
    manager: people.mona.user,
    words: 'w9',
    timing: { kind: 'now' },
  } as const;

  function incident(): Incident {
    const story = begin();
    story.does('alex', told);
    return story.incident();
  }

  it.each([
    { who: 'alex', role: 'engineer', why: 'it is their incident' },
    { who: 'mia', role: 'mentor', why: 'they were asked for help' },
    { who: 'mona', role: 'manager', why: 'they were named as the manager' },
    { who: 'ada', role: 'admin', why: 'they look after the workspace' },
    { who: 'ben', role: 'bystander', why: 'they were not asked yet' },
    { who: 'zoe', role: 'bystander', why: 'they have no part in it' },
    { who: 'gus', role: 'guest', why: 'they are a guest' },
    { who: 'otto', role: 'other_organisation', why: 'they are from another organisation' },
  ] as const)('$who is $role, because $why', ({ who, role }) => {
    expect(roleOf(incident(), people[who])).toBe(role);
  });

  it('keeps a guest who was asked for help a guest', () => {
    const story = begin({ circle: { mentor: people.gus.user, backups: [], manager: null } });
    expect(roleOf(story.incident(), people.gus)).toBe('guest');
  });

  it('keeps somebody from another organisation outside even in an incident of their own', () => {
    const foreigner = { ...people.alex, otherOrganisation: true };
    expect(roleOf(incident(), foreigner)).toBe('other_organisation');
  });

  it('lets a guest be the engineer of their own incident', () => {
    expect(roleOf(incident(), { ...people.alex, guest: true })).toBe('engineer');
  });

  it('takes somebody whom Slack could not reach for a bystander', () => {
    const story = begin();
    story.does(null, {
      type: 'ask_delivery',
      ask: 'a1',
      delivery: { outcome: 'refused', reason: 'user_disabled' },
    });
    expect(roleOf(story.incident(), people.mia)).toBe('bystander');
  });

  it('lets a helper who is also the manager do what either may', () => {
    const story = begin();
    story.does('alex', { ...told, manager: people.mia.user });
    expect(roleOf(story.incident(), people.mia)).toBe('mentor');
    expect(may(story.incident(), people.mia, 'mark_summary_seen')).toBe(true);
    expect(may(story.incident(), people.mia, 'answer_ask')).toBe(true);
    expect(may(story.incident(), people.mia, 'dismiss')).toBe(false);
  });
});
