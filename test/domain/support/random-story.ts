import type { IncidentCommand } from '../../../src/domain/commands.ts';
import { dueWakes, nextDue } from '../../../src/domain/due.ts';
import type { Confidence } from '../../../src/domain/events.ts';
import type { Circle } from '../../../src/domain/ladder.ts';
import { screens } from '../../../src/domain/phases.ts';
import { noPolicy, type Policy } from '../../../src/domain/policy.ts';
import { roomDueAt } from '../../../src/domain/room.ts';
import { impactKinds, noticedByValues } from '../../../src/domain/severity.ts';
import { circle, type Name, people } from './people.ts';
import { type Random, randomFrom } from './random.ts';
import { begin, type Step, type Story } from './story.ts';

const names = Object.keys(people) as readonly Name[];
const yesNoUnknown = ['yes', 'no', 'unknown'] as const;
const confidences: readonly Confidence[] = [1, 3, 5, 5];

type Make = (random: Random, story: Story, words: () => string) => IncidentCommand;

const anAsk = (random: Random, story: Story) =>
  random.percent(10) ? 'a99' : `a${1 + random.below(Math.max(1, story.incident().asks.length))}`;
const aStep = (random: Random, story: Story) =>
  random.percent(10) ? 's99' : `s${1 + random.below(Math.max(1, story.incident().steps.length))}`;
const delivery = (random: Random) =>
  random.percent(30)
    ? ({ outcome: 'refused', reason: 'user_disabled' } as const)
    : ({ outcome: 'delivered', paused: random.percent(30) } as const);

/** Everything that can be said to an incident, sensible or not. */
const commands: Record<IncidentCommand['type'], Make> = {
  want_help: (random) => ({ type: 'want_help', more: random.percent(60) }),
  name_helper: (random) => ({ type: 'name_helper', person: people[random.pick(names)].user }),
  ask_again: (_random, _story, words) => ({ type: 'ask_again', words: words() }),
  notice_again: (_random, _story, words) => ({ type: 'notice_again', words: words() }),
  leave_first_screen: () => ({ type: 'leave_first_screen' }),
  tell_oops: (_random, _story, words) => ({ type: 'tell_oops', words: words() }),
  notice_other: (random, _story, words) => ({
    ...{ type: 'notice_other', person: people[random.pick(names)].user, words: words() },
  }),
  tell_happened: (random, story, words) => ({
    ...{ type: 'tell_happened', seen: random.below(story.incident().version + 1) },
    words: random.pick([words(), null, 'unchanged']),
    stillHappening: random.pick(yesNoUnknown),
  }),
  tell_impact: (random, _story, words) => ({
    ...{ type: 'tell_impact', affected: random.percent(50) ? words() : null },
    kinds: impactKinds.filter(() => random.percent(30)),
    services: ['v1', 'v2'].filter(() => random.percent(30)),
  }),
  tell_reach: (random) => ({
    ...{ type: 'tell_reach', noticedBy: random.pick(noticedByValues) },
    ...{ spreading: random.pick(yesNoUnknown), sensitive: random.pick(yesNoUnknown) },
  }),
  set_severity: (random) => ({
    ...{ type: 'set_severity', level: random.pick(['SEV1', 'SEV2', 'SEV3', 'SEV4', 'unknown'] as const) },
  }),
  write_summary: (random, story, words) => ({
    ...{ type: 'write_summary', manager: people[random.pick(names)].user, words: words() },
    timing: random.pick([
      { kind: 'now' },
      { kind: 'myself' },
      { kind: 'myself' },
      { kind: 'after_helper' },
      { kind: 'after_helper' },
      { kind: 'at', at: story.now() + random.below(600_000) },
    ] as const),
  }),
  mark_summary_seen: () => ({ type: 'mark_summary_seen' }),
  send_summary: () => ({ type: 'send_summary' }),
  tell_other: (random) => ({ type: 'tell_other', person: people[random.pick(names)].user }),
  other_delivery: (random, story) => ({
    ...{ type: 'other_delivery', delivery: delivery(random) },
    person: random.pick([...story.incident().alsoTold, people.dora.user]),
  }),
  say_manager_told: () => ({ type: 'say_manager_told' }),
  review_summary(random, story, words) {
    const read = story.incident().summary?.words ?? words();
    const answer = random.percent(40)
      ? ({ kind: 'approve' } as const)
      : ({ kind: 'question', words: random.percent(50) ? words() : null } as const);
    return { type: 'review_summary', read: random.percent(10) ? words() : read, answer };
  },
  ask_question: (_random, _story, words) => ({ type: 'ask_question', words: words() }),
  answer_question: (random, story, words) => ({
    ...{ type: 'answer_question', words: words() },
    question: `q${1 + random.below(story.incident().questions.length + 1)}`,
  }),
  answer_ask: (random, story) => ({
    ...{ type: 'answer_ask', ask: anAsk(random, story) },
    answer: random.pick(['accept', 'accept', 'later', 'decline'] as const),
  }),
  ask_owner: (random) => ({ type: 'ask_owner', service: random.pick(['v1', 'v2', 'v9']) }),
  take_ask: () => ({ type: 'take_ask' }),
  channel_ask_refused: () => ({ type: 'channel_ask_refused' }),
  give_part: (random, _story, words) => ({
    ...{ type: 'give_part', screen: random.pick(screens) },
    words: random.percent(30) ? words() : null,
  }),
  draft_summary: (_random, _story, words) => ({ type: 'draft_summary', words: words() }),
  hand_off: (random) => ({ type: 'hand_off', person: people[random.pick(names)].user }),
  add_step: (random, _story, words) => ({
    ...{ type: 'add_step', words: words() },
    ...{ confidence: random.pick(confidences), undo: random.pick(yesNoUnknown) },
  }),
  change_step: (random, story, words) => ({
    ...{ type: 'change_step', step: aStep(random, story), words: words() },
    ...{ confidence: random.pick(confidences), undo: random.pick(yesNoUnknown) },
  }),
  check_step(random, story, words) {
    const step = aStep(random, story);
    const read = story.incident().steps.find(({ id }) => id === step)?.words ?? words();
    const answer = random.percent(70)
      ? ({ kind: 'approve' } as const)
      : ({ kind: 'question', words: random.percent(50) ? words() : null } as const);
    return { type: 'check_step', step, read, answer };
  },
  move_step(random, story) {
    // A step that was begun is mostly brought to an end.
    const begun = story.incident().steps.find(({ state }) => state === 'started');
    if (begun !== undefined && random.percent(60)) {
      return { type: 'move_step', step: begun.id, to: random.pick(['done', 'failed'] as const) };
    }
    const to = random.pick(['started', 'started', 'done', 'failed', 'removed'] as const);
    return { type: 'move_step', step: aStep(random, story), to };
  },
  add_note: (_random, _story, words) => ({ type: 'add_note', words: words() }),
  resolve: () => ({ type: 'resolve' }),
  dismiss: () => ({ type: 'dismiss' }),
  reopen: () => ({ type: 'reopen' }),
  wake(random, story) {
    // Mostly one whose time has come: a timer has minutes, and a random one would miss them.
    const due = dueWakes(story.incident()).filter(({ at }) => at <= story.now());
    if (due.length > 0 && random.percent(80)) return { type: 'wake', wake: random.pick(due).wake };
    return {
      type: 'wake',
      wake: random.pick([
        { kind: 'ask_due', ask: anAsk(random, story) },
        { kind: 'late_due', ask: anAsk(random, story) },
        { kind: 'silence_due' },
        { kind: 'idle_due' },
        { kind: 'summary_due' },
        { kind: 'own_word_soon' },
        { kind: 'own_word_due' },
        { kind: 'news_due' },
        { kind: 'room_due' },
      ] as const),
    };
  },
  choose_place: (random) => ({ type: 'choose_place', where: random.pick(['here', 'private'] as const) }),
  open_up: (random, _story, words) => ({
    ...{ type: 'open_up', channel: random.pick(['C7', 'C8']), title: words() },
  }),
  channel_shared: (random) => ({ type: 'channel_shared', channel: random.pick(['C1', 'C7', 'C8']) }),
  pass_on: (random, _story, words) => ({ type: 'pass_on', words: words(), changed: random.percent(20) }),
  place_refused: (_random, story) => {
    const { place } = story.incident();
    const channel = place.kind === 'dm' ? 'C9' : place.channel;
    return { type: 'place_refused', reason: 'is_archived', channel };
  },
  room_made: (random, story) => ({
    ...{ type: 'room_made', channel: `R${story.incident().rooms}`, absent: [] },
    form: random.pick(['channel', 'group'] as const),
    people: [story.incident().engineer, ...story.incident().helpers],
  }),
  room_left: (_random, story) => ({ type: 'room_left', people: story.incident().helpers.slice(0, 1) }),
  duty_refused: () => ({ type: 'duty_refused', reason: 'user_disabled' }),
  room_joined: (_random, story) => ({
    ...{ type: 'room_joined', people: story.incident().helpers, absent: [] },
  }),
  room_refused: () => ({ type: 'room_refused', reason: 'restricted_action' }),
  room_archived: (random) => ({
    type: 'room_archived',
    reason: random.percent(30) ? 'restricted_action' : null,
  }),
  ask_delivery: (random, story) => ({
    ...{ type: 'ask_delivery', ask: anAsk(random, story), delivery: delivery(random) },
  }),
  summary_delivery: (random) => ({ type: 'summary_delivery', delivery: delivery(random) }),
};

const fromOops: ReadonlySet<string> = new Set([
  ...['notice_other', 'wake', 'place_refused', 'channel_ask_refused', 'ask_delivery', 'summary_delivery'],
  ...[
    'room_made',
    'room_joined',
    'room_left',
    'duty_refused',
    'room_refused',
    'room_archived',
    'channel_shared',
  ],
]);
const ends: ReadonlySet<string> = new Set(['resolve', 'dismiss']);

/** A workspace that has set everything. */
const policy: Policy = {
  services: [
    { id: 'v1', name: 'Databases', owner: people.zoe.user },
    { id: 'v2', name: 'Billing', owner: people.mona.user },
  ],
  dutyContact: people.ada.user,
  pool: [people.dora.user],
  helpersChannel: 'C_HELP',
};

export type Told = { readonly command: IncidentCommand; readonly who: Name | null; readonly step: Step };

/** A story of that many commands, by anybody, in any order; after each, `look` sees what it did. */
export function tellRandomStory(
  seed: number,
  length: number,
  look: (story: Story, told: Told) => void,
): Story {
  const random = randomFrom(seed);
  const circles: readonly Circle[] = [
    circle,
    { mentor: null, backups: [], manager: null },
    { ...circle, backups: [] },
  ];
  let lastWords = 0;
  const words = () => {
    lastWords += 1;
    return `w${lastWords}`;
  };
  const story = begin({
    policy: random.pick([noPolicy, policy]),
    ...{ circle: random.pick(circles), helpWanted: random.percent(60) },
    ...{ happened: random.percent(50) ? words() : null },
    place: random.percent(50) ? { kind: 'dm' } : { kind: 'thread', channel: 'C1', ts: '1.1' },
  });
  // A plan takes many small moves; said as often as the rest, no step would ever be done.
  const often = ['check_step', 'move_step', 'move_step', 'wake', 'wake', 'hand_off', 'answer_ask'] as const;
  const kinds = [...(Object.keys(commands) as IncidentCommand['type'][]), ...often];
  for (let count = 0; count < length; count += 1) {
    if (random.percent(60)) story.wait(random.below(240_000));
    // Now and then until just when the next timer runs out, which a random time would miss.
    const next = nextDue(story.incident());
    if (next !== null && random.percent(8)) story.wait(Math.max(0, next - story.now()));
    const kind = endOfRoom(random, story) ?? random.pick(kinds);
    // Ends are rare, or every story would be short.
    if (ends.has(kind) && !random.percent(5)) continue;
    const command = commands[kind](random, story, words);
    const who = fromOops.has(kind) ? null : whoSays(command, random, story);
    look(story, { command, who, step: story.does(who, command) });
  }
  return story;
}

/** A room goes an hour after the end, and few stories would come so far. */
function endOfRoom(random: Random, story: Story): IncidentCommand['type'] | null {
  const { room } = story.incident();
  const at = roomDueAt(story.incident());
  if (room?.state === 'closing') return 'room_archived';
  if (at === null || !random.percent(40)) return null;
  story.wait(Math.max(0, at - story.now()));
  return 'wake';
}

/** Mostly somebody for whom it is meant, so that stories get somewhere. */
function whoSays(command: IncidentCommand, random: Random, story: Story): Name {
  if (random.percent(15)) return random.pick(names);
  if (command.type === 'answer_ask') {
    const asked = story.incident().asks.find(({ id }) => id === command.ask)?.person;
    return names.find((name) => people[name].user === asked) ?? 'alex';
  }
  if (command.type === 'mark_summary_seen' || command.type === 'ask_question') return 'mona';
  if (command.type === 'answer_question') return 'alex';
  if (command.type === 'hand_off' || command.type === 'draft_summary') {
    const here = names.filter((name) => story.incident().helpers.includes(people[name].user));
    return random.pick(['alex', ...here, ...here] as const);
  }
  if (command.type === 'review_summary') return random.pick(['mia', 'ben'] as const);
  return command.type === 'check_step' || random.percent(20) ? random.pick(['mia', 'ben'] as const) : 'alex';
}
