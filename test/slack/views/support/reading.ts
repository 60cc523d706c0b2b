import type { Conversation, Reading, RenderedMessage, ViewerRole } from '../../../../src/app/ports.ts';
import { readFor, roleOfReader } from '../../../../src/app/reading.ts';
import type { MessageBody } from '../../../../src/domain/effects.ts';
import type { Incident } from '../../../../src/domain/incident.ts';
import { screens } from '../../../../src/domain/phases.ts';
import { createRenderer } from '../../../../src/slack/views/renderer.ts';
import { fixedClock } from '../../../support/fakes/fixed-clock.ts';
import { memoryStore } from '../../../support/fakes/memory-store.ts';
import { changesOf } from './settings.ts';
import { typedWords } from './typed.ts';

const clock = fixedClock();

const readings = new WeakMap<Incident, Map<string, Promise<Reading>>>();

/** What somebody may read of an incident whose every word is this text: through the app's own rule. */
export function readingFor(incident: Incident, viewer: ViewerRole, text = 'some words'): Promise<Reading> {
  const known = readings.get(incident) ?? new Map<string, Promise<Reading>>();
  readings.set(incident, known);
  const key = `${viewer} ${text}`;
  const reading = known.get(key) ?? makeReading(incident, viewer, text);
  known.set(key, reading);
  return reading;
}

async function makeReading(incident: Incident, viewer: ViewerRole, text: string): Promise<Reading> {
  const store = memoryStore(clock);
  const words = [...typedWords(text)].map(([id, typed]) => ({ id, owner: incident.engineer, ...typed }));
  await store.transact((tx) => tx.addWords(incident.team, incident.id, words));
  if (incident.impact.services.length > 0) {
    for (const change of changesOf(text)) await store.changeSettings(incident.team, change);
  }
  return readFor({ store, clock }, incident, viewer);
}

/** Where a message about an incident goes. */
export function conversationOf(body: MessageBody, incident: Incident): Conversation {
  const { place } = incident;
  switch (body.kind) {
    case 'ask':
    case 'late_reminder':
    case 'relieved':
    case 'stood_down':
      return { kind: 'user', user: incident.asks.find(({ id }) => id === body.ask)?.person ?? '' };
    case 'manager_question':
    case 'kept_words':
    case 'summary_approved':
    case 'summary_paused':
    case 'other_refused':
    case 'summary_remarked':
    case 'own_word_begins':
    case 'own_word_soon':
    case 'own_word_ran_out':
    case 'summary_seen':
    case 'summary_refused':
      return { kind: 'user', user: incident.engineer };
    case 'manager_answer':
      return { kind: 'user', user: incident.questions.find(({ id }) => id === body.question)?.by ?? '' };
    case 'room_without':
      return { kind: 'user', user: incident.engineer };
    case 'relay_begun':
      return { kind: 'user', user: body.person ?? incident.engineer };
    case 'passed_on':
      return { kind: 'user', user: body.from === incident.engineer ? 'U_MIA' : incident.engineer };
    case 'channel_ask':
      return { kind: 'channel', channel: 'C_HELP' };
    case 'duty':
    case 'duty_refused':
    case 'duty_closing':
    case 'keyboard_yours':
    case 'released':
    case 'part':
    case 'step_check':
    case 'summary_other':
    case 'summary_review':
    case 'reopened_helper':
    case 'closing_helper':
      return { kind: 'user', user: body.person };
    case 'summary':
    case 'manager_update':
    case 'closing_summary':
      return { kind: 'user', user: incident.manager ?? '' };
    default:
      return place.kind === 'dm'
        ? { kind: 'user', user: incident.engineer }
        : { kind: 'channel', channel: place.channel };
  }
}

/** A message as its reader sees it. */
export async function shown(
  body: MessageBody,
  incident: Incident,
  text?: string,
): Promise<RenderedMessage | null> {
  const viewer = roleOfReader({ body, conversation: conversationOf(body, incident) }, incident);
  return createRenderer().render(body, await readingFor(incident, viewer, text));
}

/** Every message that could be about this incident, whether or not it is sent now. */
export function bodiesOf(incident: Incident): readonly MessageBody[] {
  const person = incident.helpers[0] ?? 'U_MIA';
  const whys = ['declined', 'unanswered', 'paused', 'refused'] as const;
  return [
    { kind: 'card' },
    { kind: 'nobody_to_ask' },
    { kind: 'noticed_again' },
    { kind: 'kept_words' },
    { kind: 'place_moved', from: 'C1' },
    { kind: 'room_opened' },
    { kind: 'room_closing', at: Date.UTC(2026, 8, 15, 22, 0) },
    { kind: 'room_without', person },
    { kind: 'relay_begun', person },
    { kind: 'relay_begun', person: null },
    { kind: 'passed_on', words: 'note', from: person, changed: false },
    { kind: 'passed_on', words: 'note', from: incident.engineer, changed: true },
    { kind: 'summary' },
    { kind: 'summary_seen' },
    { kind: 'summary_refused', reason: 'user_disabled' },
    { kind: 'summary_refused', reason: 'unsure_and_unreadable' },
    { kind: 'keyboard_yours', person, from: incident.engineer },
    { kind: 'keyboard_yours', person, from: 'U_BEN' },
    ...screens.map((screen): MessageBody => ({ kind: 'part', screen, person, from: incident.engineer })),
    { kind: 'summary_drafted', by: person },
    { kind: 'duty', person: 'U_ADA' },
    { kind: 'duty_refused', person: 'U_ADA' },
    { kind: 'duty_closing', person: 'U_ADA' },
    { kind: 'channel_ask' },
    { kind: 'channel_ask_refused' },
    { kind: 'keyboard_moved', person },
    { kind: 'helper_changed', from: 'U_BEN', person },
    { kind: 'released', person, by: 'U_BEN' },
    { kind: 'summary_review', words: incident.summary?.words ?? 'review', person },
    { kind: 'summary_review', words: 'older words', person },
    { kind: 'summary_approved', by: person },
    { kind: 'summary_remarked', by: person, words: 'remark' },
    { kind: 'summary_remarked', by: person, words: null },
    { kind: 'own_word_begins' },
    { kind: 'own_word_soon' },
    { kind: 'own_word_ran_out' },
    { kind: 'manager_update', news: 'severity' },
    { kind: 'manager_update', news: 'reopened' },
    { kind: 'reopened', by: person },
    { kind: 'reopened_helper', person },
    { kind: 'summary_other', person: 'U_DORA' },
    { kind: 'summary_paused' },
    { kind: 'other_refused', person: 'U_DORA', reason: 'user_disabled' },
    { kind: 'closing' },
    { kind: 'closing_helper', person },
    { kind: 'closing_summary' },
    ...incident.asks.flatMap(({ id: ask }): readonly MessageBody[] => [
      { kind: 'ask', ask },
      { kind: 'helper_came', ask },
      { kind: 'help_asked', ask, why: 'silence' },
      { kind: 'help_asked', ask, why: 'named' },
      { kind: 'stood_down', ask },
      ...whys.map((why): MessageBody => ({ kind: 'help_moved', from: ask, why, next: ask })),
      { kind: 'help_moved', from: ask, why: 'declined', next: null },
      { kind: 'owner_asked', ask },
      { kind: 'owner_away', ask, why: 'declined' },
      { kind: 'help_later', ask, next: null },
      { kind: 'help_later', ask, next: ask },
      { kind: 'late_reminder', ask },
      { kind: 'relieved', ask, by: person },
      { kind: 'hand_off_asked', ask },
      ...whys.map((why): MessageBody => ({ kind: 'hand_off_missed', ask, why, person })),
    ]),
    ...incident.questions.flatMap(({ id: question }): readonly MessageBody[] => [
      { kind: 'manager_question', question },
      { kind: 'manager_answer', question },
    ]),
    ...incident.steps.flatMap(({ id: step, words }): readonly MessageBody[] => [
      { kind: 'step_check', step, words, person },
      { kind: 'step_check', step, words: 'older words', person },
      { kind: 'step_written', step, by: person },
      { kind: 'step_approved', step, by: person },
      { kind: 'step_questioned', step, by: person },
    ]),
  ];
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Every text that Slack would show of a message or view, in reading order; `mrkdwn` only when asked for. */
export function textsIn(value: unknown, only?: 'mrkdwn'): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => textsIn(each, only));
  if (!isObject(value)) return [];
  if (typeof value.text === 'string' && typeof value.type === 'string') {
    return only === undefined || value.type === only ? [value.text] : [];
  }
  return Object.values(value).flatMap((each) => textsIn(each, only));
}

/** All of it as one text. */
export const readAll = (value: unknown): string => textsIn(value).join('\n');

/** The action ids of everything that can be pressed. */
export function actionsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(actionsIn);
  if (!isObject(value)) return [];
  const own = typeof value.action_id === 'string' ? [value.action_id] : [];
  return [...own, ...Object.values(value).flatMap(actionsIn)];
}

/** As it goes over the wire: what is undefined is left out. */
export function onTheWire(value: unknown): unknown {
  const parsed: unknown = JSON.parse(JSON.stringify(value));
  return parsed;
}
