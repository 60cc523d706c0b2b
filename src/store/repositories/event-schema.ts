import { z } from 'zod';
import type { EventBody } from '../../domain/events.ts';
import { screens } from '../../domain/phases.ts';
import { impactKinds, noticedByValues } from '../../domain/severity.ts';

const yesNoUnknown = z.enum(['yes', 'no', 'unknown']);
const confidence = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);
const rungKind = z.enum(['mentor', 'backup', 'pool', 'owner', 'channel', 'named']);
const severity = z.enum(['SEV1', 'SEV2', 'SEV3', 'SEV4', 'unknown']);
const severityReason = z.enum([
  ...['sensitive_exposed', 'exposed', 'wrong_recipients', 'data_lost', 'data_lost_customers'],
  ...['data_wrong', 'unavailable_customers', 'unavailable', 'slow_customers', 'slow', 'sensitive'],
  ...['spreading', 'nobody_notices', 'not_known_yet', 'chosen_by_person'],
] as const);

const origin = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), channel: z.string().nullable() }),
  z.object({ kind: z.literal('panic_message'), channel: z.string(), ts: z.string() }),
  z.object({ kind: z.literal('message_shortcut'), channel: z.string(), ts: z.string() }),
  z.object({ kind: z.literal('global_shortcut') }),
  z.object({ kind: z.literal('offer'), channel: z.string(), ts: z.string(), beside: z.string().nullable() }),
]);

const place = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('thread'), channel: z.string(), ts: z.string() }),
  z.object({ kind: z.literal('dm') }),
  z.object({ kind: z.literal('room'), channel: z.string() }),
  z.object({ kind: z.literal('channel'), channel: z.string() }),
]);

const timing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('now') }),
  z.object({ kind: z.literal('at'), at: z.number() }),
  z.object({ kind: z.literal('after_helper') }),
  z.object({ kind: z.literal('myself') }),
]);

const ask = z.object({ ask: z.string() });
const person = z.object({ person: z.string() });
const step = z.object({ step: z.string() });
const question = z.object({ question: z.string(), words: z.string() });
const plannedStep = step.extend({ words: z.string(), confidence, undo: yesNoUnknown });
const inRoom = z.object({ people: z.array(z.string()), absent: z.array(z.string()) });
const nothing = z.object({});

const type = <T extends string>(name: T) => z.object({ type: z.literal(name) }).shape;

/** Every event as it lies in the database, version 1. */
export const eventBodySchema = z.discriminatedUnion('type', [
  z.object({ ...type('incident_opened'), number: z.number(), engineer: z.string(), origin, place }),
  nothing.extend(type('help_wanted')),
  z.object({ ...type('place_moved'), place, reason: z.string() }),
  z.object({ ...type('first_screen_left'), why: z.enum(['closed', 'idle']) }),
  z.object({ ...type('other_noticed'), person: z.string(), words: z.string() }),
  nothing.extend(type('place_chosen')),
  z.object({ ...type('opened_up'), channel: z.string(), title: z.string() }),
  inRoom.extend({ ...type('room_made'), channel: z.string(), form: z.enum(['channel', 'group']) }),
  inRoom.extend(type('room_joined')),
  z.object({ ...type('room_left'), people: z.array(z.string()) }),
  z.object({ ...type('duty_refused'), reason: z.string() }),
  z.object({ ...type('room_refused'), reason: z.string() }),
  nothing.extend(type('room_closed')),
  z.object({ ...type('room_archived'), reason: z.string().nullable() }),
  z.object({ ...type('passed_on'), words: z.string(), changed: z.boolean() }),
  z.object({ ...type('happened_told'), words: z.string().nullable() }),
  z.object({ ...type('still_happening_told'), answer: yesNoUnknown }),
  z.object({ ...type('rungs_added'), rungs: z.array(z.object({ kind: rungKind, person: z.string() })) }),
  ask.extend({ ...type('help_asked'), person: z.string(), rung: rungKind, answerBy: z.number() }),
  ask.extend({ ...type('ask_delivered'), paused: z.boolean() }),
  ask.extend({ ...type('ask_refused'), reason: z.string() }),
  ask.extend(type('ask_accepted')),
  ask.extend(type('ask_declined')),
  ask.extend({ ...type('ask_postponed'), comesAt: z.number() }),
  ask.extend({ ...type('ask_reminded'), answerBy: z.number() }),
  ask.extend({ ...type('hand_off_asked'), from: z.string() }),
  person.extend(type('helper_released')),
  person.extend(type('keyboard_taken')),
  person.extend(type('duty_told')),
  z.object({ ...type('channel_asked'), channel: z.string() }),
  nothing.extend(type('channel_ask_refused')),
  z.object({ ...type('part_given'), screen: z.enum(screens), words: z.string().nullable() }),
  z.object({ ...type('summary_drafted'), words: z.string() }),
  ask.extend(type('ask_unanswered')),
  nothing.extend(type('ladder_exhausted')),
  z.object({
    ...type('impact_told'),
    affected: z.string().nullable(),
    kinds: z.array(z.enum(impactKinds)),
    services: z.array(z.string()).optional(),
  }),
  nothing.extend(type('small_told')),
  z.object({
    ...type('reach_told'),
    noticedBy: z.enum(noticedByValues),
    spreading: yesNoUnknown,
    sensitive: yesNoUnknown,
  }),
  z.object({ ...type('severity_set'), level: severity, reason: severityReason }),
  z.object({ ...type('manager_named'), manager: z.string() }),
  z.object({ ...type('summary_written'), words: z.string().nullable(), timing }),
  nothing.extend(type('summary_asked_for')),
  z.object({ ...type('summary_delivered'), paused: z.boolean() }),
  z.object({ ...type('summary_refused'), reason: z.string() }),
  nothing.extend(type('summary_seen')),
  z.object({ ...type('other_told'), person: z.string() }),
  z.object({ ...type('other_refused'), person: z.string(), reason: z.string() }),
  nothing.extend(type('summary_approved')),
  z.object({ ...type('summary_remarked'), words: z.string().nullable() }),
  nothing.extend(type('manager_told')),
  nothing.extend(type('own_word_reminded')),
  nothing.extend(type('own_word_ran_out')),
  question.extend(type('manager_asked')),
  question.extend(type('manager_answered')),
  plannedStep.extend(type('step_added')),
  plannedStep.extend(type('step_changed')),
  step.extend(type('step_approved')),
  step.extend({ ...type('step_questioned'), words: z.string().nullable() }),
  step.extend(type('step_removed')),
  step.extend(type('step_started')),
  step.extend(type('step_done')),
  step.extend(type('step_failed')),
  z.object({ ...type('note_added'), words: z.string() }),
  nothing.extend(type('draft_kept')),
  nothing.extend(type('incident_resolved')),
  nothing.extend(type('incident_dismissed')),
  nothing.extend(type('incident_reopened')),
  z.object({ ...type('manager_updated'), level: severity }),
]) satisfies z.ZodType<EventBody>;

/** The version that events are written in now. */
export const eventVersion = 1;

/**
 * Reads an event of any version that was ever written: older ones are brought up to the present shape here, so that
 * the domain knows one shape only. Refuses one that this release cannot know, rather than guessing.
 */
export function readEventBody(stored: { type: string; version: number; data: unknown }): EventBody {
  if (stored.version !== eventVersion) {
    throw new Error(`an event of version ${stored.version} was written by a newer release`);
  }
  const data = z.record(z.string(), z.unknown()).parse(stored.data);
  return eventBodySchema.parse({ ...data, type: stored.type });
}
