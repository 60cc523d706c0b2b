import type { RejectionCode } from '../../../../src/domain/decision.ts';
import { offerReasons } from '../../../../src/domain/offer.ts';
import { phases, screens } from '../../../../src/domain/phases.ts';
import { impactKinds, noticedByValues } from '../../../../src/domain/severity.ts';
import type { BossFacts } from '../../../../src/slack/words/en/boss.ts';
import { topics } from '../../../../src/slack/words/en/settings.ts';
import type { SummaryFacts } from '../../../../src/slack/words/en/summary.ts';

type Arguments = readonly unknown[];

const severities = ['SEV1', 'SEV2', 'SEV3', 'SEV4', 'unknown'];
const severityReasons = [
  ...['sensitive_exposed', 'exposed', 'wrong_recipients', 'data_lost', 'data_lost_customers', 'data_wrong'],
  ...['unavailable_customers', 'unavailable', 'slow_customers', 'slow', 'sensitive', 'spreading'],
  ...['nobody_notices', 'not_known_yet', 'chosen_by_person'],
];
const movedOn = ['declined', 'unanswered', 'paused', 'refused'];
const rejections: Readonly<Record<RejectionCode, true>> = {
  ...{ not_allowed: true, incident_over: true, no_such_ask: true, no_such_step: true, own_step: true },
  ...{ step_changed: true, step_waits: true, step_not_movable: true, helper_is_engineer: true },
  ...{ manager_is_engineer: true, time_is_past: true, already_told_manager: true },
  ...{
    no_such_question: true,
    summary_changed: true,
    already_answered: true,
    answered_meanwhile: true,
    helper_is_manager: true,
    hand_off_to_oneself: true,
    hand_off_not_here: true,
    no_such_owner: true,
    somebody_is_there: true,
    not_relayed: true,
  },
};
const stepStates = ['waiting', 'ready', 'started', 'done', 'failed', 'removed'];
const statuses = ['open', 'mitigated', 'resolved', 'reviewed', 'dismissed'];
const facts: SummaryFacts = {
  ...{
    kinds: ['data_lost', 'slow'],
    affected: 'the users table',
    stillHappening: 'yes',
    noticedBy: 'customers',
    level: 'SEV1',
  },
  ...{ since: '20:14 UTC', helpers: ['Mia', 'Ben'] },
};
const bossFacts: BossFacts = {
  ...{ name: 'OOPS-42', status: 'open', firstKnown: 'Tuesday 15 September 2026, 20:14 UTC' },
  ...{ kinds: ['data_lost', 'slow'], level: 'SEV1', helpers: 1, steps: { done: 1, all: 3 } },
};
const counts: readonly Arguments[] = [[1], [2], [11]];
const people: readonly Arguments[] = [[['Mia']], [['Mia', 'Ben']], [['Mia', 'Ben', 'Cleo']]];
const each = (values: readonly string[]): readonly Arguments[] => values.map((value) => [value]);
const eachWith = (values: readonly string[], ...rest: Arguments): readonly Arguments[] =>
  values.map((value) => [value, ...rest]);

/** What a sentence is called with, where it takes more than names and times. */
const called: Readonly<Record<string, readonly Arguments[]>> = {
  'answers.listTitle': counts,
  'answers.part': eachWith(['engineer', 'helper', 'asked', 'manager'], 'Alex'),
  'answers.listLine': [
    [{ name: 'OOPS-42', status: 'Open', severity: 'SEV2', since: '20:14 UTC', part: 'Yours.' }],
  ],
  'asking.asked': eachWith(['silence', 'more', 'named', 'next'], 'Alex', 'Mia'),
  'asking.helperCameDirect': [
    ['Mia', ''],
    ['Mia', 'I will tell you when it is there.'],
  ],
  'asking.moved': eachWith(movedOn, 'Mia'),
  'asking.movedTo': eachWith(movedOn, 'Ben'),
  'asking.somebodyElse': people,
  'boss.text': [
    ...severities.map((level) => [{ ...bossFacts, level }]),
    ...statuses.map((status) => [{ ...bossFacts, status }]),
    [{ ...bossFacts, helpers: 0, kinds: [], steps: { done: 0, all: 0 } }],
    [{ ...bossFacts, helpers: 2 }],
  ],
  'card.moved': eachWith(['refused', 'shared', 'chosen'], '#eng'),
  'card.neutral': [['Mia', 'I am looking for somebody.']],
  'card.neutralWith': people,
  'card.neutralAsked': people,
  'card.status': each(statuses),
  'card.next': each(screens),
  'card.notes': counts,
  'card.others': counts,
  'card.steps': [[1, 3]],
  'card.stepWaiting': counts,
  'card.withYou': people,
  'card.waitingFor': people,
  'common.incidentName': [[42]],
  'common.phase': each(phases),
  'common.severity': each(severities),
  'common.severityMeaning': each(severities),
  'common.severityReason': each(severityReasons),
  'failures.rejection': each(Object.keys(rejections)),
  'handOff.missed': eachWith(movedOn, 'Zoe'),
  'screens.reassurance.policy': [
    ['> We look for causes.', null],
    ['> We look for causes.', '<https://a.example|Read it>'],
  ],
  'parts.given': people,
  'parts.waiting': people,
  'parts.asked': screens.map((screen) => ['Alex', screen, 'OOPS-42']),
  'offers.question': offerReasons.flatMap((why): readonly Arguments[] => [
    [why, null, null],
    [why, 'https://a.example/p1', 'https://a.example/p2'],
  ]),
  'settings.topicTitle': each(topics),
  'settings.says': each(topics),
  'settings.askThem': [[[]], ...people],
  'settings.backupsAre': people,
  'settings.peopleAre': people,
  'settings.groupIs': counts,
  'settings.moreServices': counts,
  'places.together': people,
  'places.problem': each(['unknown', 'not_joined', 'direct', 'archived', 'read_only', 'shared']),
  'rooms.opened': people,
  'rooms.relayForEngineer': people,
  'screens.title': each(phases),
  'screens.progress': [
    [1, 'reassurance', null],
    [2, 'impact', 'part 1 of 2'],
    [4, 'fix', null],
  ],
  'screens.part': [[1, 2]],
  'screens.reassurance.withYou': people,
  'screens.reassurance.asked': people,
  'screens.impact.kind': each(impactKinds),
  'screens.impact.kindShort': each(impactKinds),
  'screens.escalation.afterHelper': [[[]], ...people],
  'screens.escalation.myselfRunsOutSoon': [[30]],
  'summary.kinds': [[[]], ...people],
  'screens.reach.noticed': each(noticedByValues),
  'screens.fix.moreSteps': counts,
  'screens.fix.confidenceOf': [[1], [2], [3], [4], [5]],
  'steps.line': stepStates.map((state) => [1, 'Restore the backup.', state]),
  'steps.sureness': [[1], [5]],
  'summary.draft': [
    [facts],
    ...severities.map((level) => [{ ...facts, level }]),
    ...noticedByValues.map((noticedBy) => [{ ...facts, noticedBy }]),
    [{ ...facts, kinds: [], affected: null, noticedBy: null, helpers: [] }],
    [{ ...facts, helpers: ['Mia'] }],
  ],
  'summary.helpers': people,
  'summary.severityOf': each(severities),
  'summary.refusedNotice': ['user_disabled', 'cannot_dm_bot', 'unsure_and_unreadable', 'else'].map(
    (reason) => [...['Mona', reason]],
  ),
};

export type Said = { readonly path: string; readonly text: unknown };

/** Everything a language can say, each with where it stands; functions are called with what they may be called with. */
export function everySentence(value: unknown, path = ''): readonly Said[] {
  if (typeof value === 'function') {
    const calls = called[path] ?? [Array.from({ length: value.length }, () => 'Mia')];
    return calls.map((args) => ({ path, text: Reflect.apply(value, undefined, [...args]) }));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) =>
      everySentence(inner, path === '' ? key : `${path}.${key}`),
    );
  }
  return [{ path, text: value }];
}

/** Where there are sentences: the same in every language. */
export function keysOf(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, path === '' ? key : `${path}.${key}`));
}
