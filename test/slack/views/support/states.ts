import type { Incident } from '../../../../src/domain/incident.ts';
import { nobody } from '../../../../src/domain/ladder.ts';
import type { Policy } from '../../../../src/domain/policy.ts';
import { people } from '../../../domain/support/people.ts';
import { begin, evening, minutes, type Opening, type Story } from '../../../domain/support/story.ts';

const thread = { kind: 'thread', channel: 'C1', ts: '1.1' } as const;
const panic: Opening = {
  ...{ helpWanted: false, origin: { kind: 'panic_message', channel: 'C1', ts: '1.1' }, place: thread },
  happened: 'happened',
};

const policy: Policy = {
  services: [{ id: 'v1', name: 'Databases', owner: people.zoe.user }],
  dutyContact: people.ada.user,
  pool: [],
  helpersChannel: 'C_HELP',
};

const parts = {
  arrives: (story: Story, ask = 'a1', paused = false) =>
    story.does(null, { type: 'ask_delivery', ask, delivery: { outcome: 'delivered', paused } }),
  comes: (story: Story, who: 'mia' | 'ben' = 'mia', ask = 'a1') =>
    story.does(who, { type: 'answer_ask', ask, answer: 'accept' }),
  cannot: (story: Story, who: 'mia' | 'ben' | 'cleo' = 'mia', ask = 'a1') =>
    story.does(who, { type: 'answer_ask', ask, answer: 'decline' }),
  due: (story: Story, ask = 'a1') => story.does(null, { type: 'wake', wake: { kind: 'ask_due', ask } }),
  later: (story: Story) => story.does('mia', { type: 'answer_ask', ask: 'a1', answer: 'later' }),
  lateDue: (story: Story) => {
    story.wait(minutes(10));
    story.does(null, { type: 'wake', wake: { kind: 'late_due', ask: 'a1' } });
  },
  affects: (story: Story, kind: 'data_lost' | 'slow', noticedBy: 'customers' | 'nobody') => {
    const sensitive = noticedBy === 'customers' ? 'yes' : 'no';
    story.does('alex', { type: 'tell_impact', affected: null, kinds: [kind], services: ['v0', 'v1'] });
    story.does('alex', { type: 'tell_reach', noticedBy, spreading: 'no', sensitive });
  },
  handsOff: (story: Story, from: 'alex' | 'mia', to: 'mia' | 'ben' | 'zoe') =>
    story.does(from, { type: 'hand_off', person: people[to].user }),
  tells: (story: Story) => {
    story.does('alex', { type: 'tell_happened', words: 'happened', stillHappening: 'unknown' });
    story.does('alex', { type: 'tell_impact', affected: 'affected', kinds: ['data_lost', 'slow'] });
    story.does('alex', {
      type: 'tell_reach',
      noticedBy: 'customers',
      spreading: 'yes',
      sensitive: 'unknown',
    });
  },
  summary: (story: Story, when: 'now' | 'later' | 'myself' | 'after_helper' = 'now') =>
    story.does('alex', {
      ...{ type: 'write_summary', manager: people.mona.user },
      words: when === 'myself' ? null : when === 'after_helper' ? 'review' : 'summary',
      timing: when === 'later' ? { kind: 'at', at: evening + minutes(700) } : { kind: when },
    }),
  reads: (story: Story, answer: 'approve' | 'question') =>
    story.does('mia', {
      ...{ type: 'review_summary', read: 'review' },
      answer: answer === 'approve' ? { kind: 'approve' } : { kind: 'question', words: 'remark' },
    }),
  summaryArrives: (story: Story, paused: boolean) =>
    story.does(null, { type: 'summary_delivery', delivery: { outcome: 'delivered', paused } }),
  asks: (story: Story) => story.does('mona', { type: 'ask_question', words: 'asked' }),
  step: (story: Story, words: string, confidence: 2 | 5) =>
    story.does('alex', { type: 'add_step', words, confidence, undo: confidence === 5 ? 'yes' : 'no' }),
};

function told(opening: Opening, ...tell: readonly ((story: Story) => unknown)[]): Incident {
  const story = begin({ happened: 'happened', ...opening });
  for (const part of tell) part(story);
  // As long as a real one, since it stands in the value of every button.
  return { ...story.incident(), id: '3f0c1f6e-8f5b-4e0c-9a59-0d0c7a1b2c3d' };
}

const roomIsMade = (story: Story, form: 'channel' | 'group' = 'channel', absent: readonly string[] = []) =>
  story.does(null, {
    ...{ type: 'room_made', channel: 'C_ROOM', form, absent },
    people: [people.alex.user, ...story.incident().helpers].filter((person) => !absent.includes(person)),
  });

const { affects, arrives, comes, cannot, due, later, lateDue, handsOff } = parts;
const { tells, summary, reads, summaryArrives, asks, step } = parts;
const wants = (story: Story) => story.does('alex', { type: 'want_help', more: false });
const here = (story: Story) => story.does('alex', { type: 'choose_place', where: 'here' });
const openedUp = (story: Story) => story.does('alex', { type: 'open_up', channel: 'C_OPEN', title: 'title' });
const wholePlan = (story: Story) => {
  comes(story);
  for (const words of ['step', 'step-2', 'step', 'step-2', 'step', 'step']) step(story, words, 5);
  step(story, 'step', 2);
  step(story, 'step-2', 2);
  story.does('alex', { type: 'add_step', words: 'step', confidence: 2, undo: 'unknown' });
  for (const id of ['s1', 's2', 's3']) story.does('alex', { type: 'move_step', step: id, to: 'started' });
  story.does('alex', { type: 'move_step', step: 's2', to: 'done' });
  story.does('alex', { type: 'move_step', step: 's3', to: 'failed' });
  story.does('alex', { type: 'move_step', step: 's4', to: 'removed' });
  story.does('mia', { type: 'check_step', step: 's7', read: 'step', answer: { kind: 'approve' } });
  const question = { kind: 'question', words: 'question' } as const;
  story.does('mia', { type: 'check_step', step: 's8', read: 'step-2', answer: question });
};

/** Incidents at the moments that look different to somebody. */
export const states: Readonly<Record<string, Incident>> = {
  'just opened': told({}),
  'opened without a word': told({ happened: null, helpWanted: false }),
  'noticed in a channel': told(panic),
  'noticed, and help wanted': told(panic, (story) => story.does('alex', { type: 'want_help', more: false })),
  'noticed, and others wrote too': told(panic, (story) => {
    for (const person of ['U_ZOE', 'U_YAN', 'U_ZOE']) {
      story.does(null, { type: 'notice_other', person, words: 'happened' });
    }
  }),
  'written to Oops alone': told({
    ...{ helpWanted: false, place: { kind: 'dm' }, happened: 'happened' },
    origin: { kind: 'panic_message', channel: 'D1', ts: '1.1' },
  }),
  'from an offer of help': told({
    origin: { kind: 'offer', channel: 'C1', ts: '1.1', beside: 'another' },
  }),
  'nobody to ask': told({ circle: nobody }),
  asked: told({}, arrives),
  'asked with notifications off': told({}, (story) => arrives(story, 'a1', true)),
  'the second is asked': told({}, arrives, due),
  'everybody declined': told(
    {},
    cannot,
    (s) => cannot(s, 'ben', 'a2'),
    (s) => cannot(s, 'cleo', 'a3'),
  ),
  'a helper came': told({}, arrives, comes),
  'two helpers came': told({}, arrives, due, comes, (story) => comes(story, 'ben', 'a2')),
  'a helper is here and one more is asked': told({}, arrives, comes, (story) => {
    story.wait(minutes(5));
    story.does('alex', { type: 'want_help', more: true });
  }),
  'a helper comes later': told({}, arrives, later),
  'the ten minutes are over': told({}, arrives, later, (s) => cannot(s, 'ben', 'a2'), lateDue),
  'somebody came for who comes later': told({}, arrives, later, (story) => comes(story, 'ben', 'a2')),
  'a helper has the keyboard': told({}, arrives, comes, (story) => handsOff(story, 'alex', 'mia')),
  'somebody is to take over': told({}, arrives, comes, (story) => handsOff(story, 'mia', 'zoe')),
  'somebody took over': told(
    {},
    arrives,
    comes,
    (story) => handsOff(story, 'mia', 'ben'),
    (story) => comes(story, 'ben', 'a2'),
  ),
  'parts given to a helper': told({}, arrives, comes, tells, (story) => {
    story.does('alex', { type: 'give_part', screen: 'reach', words: null });
    story.does('alex', { type: 'give_part', screen: 'escalation', words: 'given-summary' });
  }),
  'a helper wrote to the manager': told({}, arrives, comes, tells, (story) => {
    story.does('alex', { type: 'give_part', screen: 'escalation', words: null });
    story.does('mia', { type: 'draft_summary', words: 'summary-of-helper' });
  }),
  'a service is affected': told({ policy }, arrives, (story) => affects(story, 'data_lost', 'customers')),
  'something small affects a service': told({ policy }, arrives, (story) => affects(story, 'slow', 'nobody')),
  'a person is asked for in a channel': told({ circle: nobody, policy }),
  'a helper had to leave': told({}, comes, cannot),
  'everything told': told({}, comes, tells),
  'summary for later': told({}, tells, (story) => summary(story, 'later')),
  'summary by oneself': told({}, tells, (story) => summary(story, 'myself')),
  'summary by oneself, a small thing': told(
    {},
    (story) => summary(story, 'myself'),
    (story) => story.does('alex', { type: 'set_severity', level: 'SEV4' }),
  ),
  'told by oneself': told(
    {},
    tells,
    (story) => summary(story, 'myself'),
    (story) => story.does('alex', { type: 'say_manager_told' }),
  ),
  'the facts went': told(
    {},
    comes,
    tells,
    (story) => summary(story, 'myself'),
    (story) => {
      story.wait(minutes(30));
      story.does(null, { type: 'wake', wake: { kind: 'own_word_due' } });
    },
  ),
  'summary waits for a reader': told({}, comes, tells, (story) => summary(story, 'after_helper')),
  'summary that a reader would change': told(
    {},
    comes,
    tells,
    (story) => summary(story, 'after_helper'),
    (story) => reads(story, 'question'),
  ),
  'summary that a reader sent': told(
    {},
    comes,
    tells,
    (story) => summary(story, 'after_helper'),
    (story) => reads(story, 'approve'),
  ),
  'summary on its way': told({}, tells, summary),
  'summary delivered': told({}, tells, summary, (story) => summaryArrives(story, false)),
  'summary delivered with notifications off': told({}, tells, summary, (s) => summaryArrives(s, true)),
  'summary refused': told({}, tells, summary, (story) =>
    story.does(null, { type: 'summary_delivery', delivery: { outcome: 'refused', reason: 'user_disabled' } }),
  ),
  'summary seen': told({}, comes, tells, summary, (story) =>
    story.does('mona', { type: 'mark_summary_seen' }),
  ),
  'asked by the manager': told({}, tells, summary, asks),
  'answered to the manager': told({}, comes, tells, summary, asks, asks, (story) =>
    story.does('alex', { type: 'answer_question', question: 'q1', words: 'replied' }),
  ),
  'a plan with steps in every state': told({}, tells, wholePlan),
  'a plan of many steps': told({}, comes, (story) => {
    for (let count = 0; count < 24; count += 1) step(story, 'step', count % 2 === 0 ? 5 : 2);
  }),
  'two notes': told({}, (story) => {
    story.does('alex', { type: 'add_note', words: 'note' });
    story.does('alex', { type: 'add_note', words: 'note' });
  }),
  'moved out of a channel': told(panic, (story) =>
    story.does(null, { type: 'place_refused', reason: 'is_archived', channel: 'C1' }),
  ),
  'chosen to be in the thread': told(panic, wants, here),
  'in a thread, with a helper': told(panic, wants, arrives, comes),
  'in a thread, and asked with notifications off': told(panic, wants, here, (story) =>
    arrives(story, 'a1', true),
  ),
  'over in a thread': told(panic, wants, arrives, comes, (story) => story.does('alex', { type: 'resolve' })),
  'moved from a thread into private': told(panic, wants, comes, (story) => {
    story.does('alex', { type: 'choose_place', where: 'private' });
  }),
  'opened up to a channel': told({}, arrives, comes, (story) => roomIsMade(story), tells, openedUp),
  'opened up, and over': told(
    {},
    arrives,
    comes,
    (story) => roomIsMade(story),
    openedUp,
    (story) => story.does('alex', { type: 'resolve' }),
  ),
  'a room was made': told({}, arrives, comes, (story) => roomIsMade(story)),
  'a group message was opened': told({}, arrives, comes, (story) => roomIsMade(story, 'group')),
  'somebody could not be added to the room': told({}, arrives, due, comes, (story) => {
    comes(story, 'ben', 'a2');
    roomIsMade(story, 'channel', [people.ben.user]);
  }),
  'there can be no room': told({}, arrives, comes, (story) => {
    story.does(null, { type: 'room_refused', reason: 'restricted_action' });
    story.does('mia', { type: 'pass_on', words: 'note', changed: false });
  }),
  'over, with a room': told(
    {},
    arrives,
    comes,
    (story) => roomIsMade(story),
    tells,
    (story) => story.does('alex', { type: 'resolve' }),
  ),
  over: told({}, arrives, comes, tells, summary, wholePlan, (story) =>
    story.does('alex', { type: 'resolve' }),
  ),
  'over with somebody still asked': told({}, arrives, (story) => story.does('alex', { type: 'resolve' })),
  'over without ever wanting help': told(panic, (story) => story.does('alex', { type: 'resolve' })),
  'over, the summary goes in the morning': told(
    {},
    tells,
    (story) => summary(story, 'later'),
    (story) => story.does('alex', { type: 'resolve' }),
  ),
  'over, nobody read the summary': told(
    {},
    tells,
    (story) => summary(story, 'after_helper'),
    (story) => story.does('alex', { type: 'resolve' }),
  ),
  'open again': told({}, arrives, comes, tells, summary, (story) => {
    story.does('alex', { type: 'want_help', more: true });
    story.does('alex', { type: 'resolve' });
    story.does('alex', { type: 'reopen' });
  }),
  'turned out fine': told({}, arrives, comes, (story) => story.does('alex', { type: 'dismiss' })),
};

/** A state by its name; a name that does not exist is a mistake of the test. */
export function stateOf(name: string): Incident {
  const found = states[name];
  if (found === undefined) throw new Error(`there is no state "${name}"`);
  return found;
}
