import { z } from 'zod';
import type { MessageBody } from '../../domain/effects.ts';
import { screens } from '../../domain/phases.ts';

const kind = <T extends string>(name: T) => z.object({ kind: z.literal(name) }).shape;
const ask = z.object({ ask: z.string() });
const step = z.object({ step: z.string() });
const person = z.object({ person: z.string() });
const question = z.object({ question: z.string() });
const why = z.enum(['declined', 'unanswered', 'paused', 'refused']);

/** What an outgoing message is about, as it lies in the database. */
export const messageBodySchema = z.discriminatedUnion('kind', [
  z.object(kind('card')),
  ask.extend(kind('ask')),
  z.object({
    ...kind('place_moved'),
    from: z.string(),
    why: z.enum(['refused', 'shared', 'chosen']).optional(),
  }),
  z.object(kind('room_opened')),
  z.object({ ...kind('room_closing'), at: z.number() }),
  z.object({ ...kind('room_without'), person: z.string() }),
  z.object({ ...kind('relay_begun'), person: z.string().nullable() }),
  z.object({ ...kind('passed_on'), words: z.string(), from: z.string(), changed: z.boolean() }),
  ask.extend(kind('helper_came')),
  z.object({ ...kind('help_moved'), from: z.string(), why, next: z.string().nullable() }),
  z.object(kind('nobody_to_ask')),
  ask.extend({ ...kind('help_later'), next: z.string().nullable() }),
  ask.extend(kind('late_reminder')),
  ask.extend({ ...kind('relieved'), by: z.string() }),
  ask.extend(kind('hand_off_asked')),
  ask.extend({ ...kind('hand_off_missed'), why, person: z.string() }),
  person.extend({ ...kind('keyboard_yours'), from: z.string() }),
  person.extend(kind('keyboard_moved')),
  person.extend({ ...kind('helper_changed'), from: z.string() }),
  person.extend({ ...kind('released'), by: z.string() }),
  ask.extend(kind('owner_asked')),
  ask.extend({ ...kind('owner_away'), why }),
  person.extend(kind('duty')),
  person.extend(kind('duty_refused')),
  person.extend(kind('duty_closing')),
  z.object(kind('channel_ask')),
  z.object(kind('channel_ask_refused')),
  person.extend({ ...kind('part'), screen: z.enum(screens), from: z.string() }),
  z.object({ ...kind('summary_drafted'), by: z.string() }),
  step.extend({ ...kind('step_written'), by: z.string() }),
  ask.extend({ ...kind('help_asked'), why: z.enum(['silence', 'more', 'named', 'next']) }),
  ask.extend(kind('stood_down')),
  z.object({ ...kind('said_more'), words: z.string(), person: z.string() }),
  z.object(kind('noticed_again')),
  z.object(kind('kept_words')),
  z.object(kind('summary')),
  z.object(kind('summary_seen')),
  z.object({ ...kind('summary_other'), person: z.string() }),
  z.object(kind('summary_paused')),
  z.object({ ...kind('other_refused'), person: z.string(), reason: z.string() }),
  z.object({ ...kind('summary_refused'), reason: z.string() }),
  z.object({ ...kind('summary_review'), words: z.string(), person: z.string() }),
  z.object({ ...kind('summary_approved'), by: z.string() }),
  z.object({ ...kind('summary_remarked'), by: z.string(), words: z.string().nullable() }),
  z.object(kind('own_word_begins')),
  z.object(kind('own_word_soon')),
  z.object(kind('own_word_ran_out')),
  question.extend(kind('manager_question')),
  question.extend(kind('manager_answer')),
  step.extend({ ...kind('step_check'), words: z.string(), person: z.string() }),
  step.extend({ ...kind('step_approved'), by: z.string() }),
  step.extend({ ...kind('step_questioned'), by: z.string() }),
  z.object({ ...kind('manager_update'), news: z.enum(['severity', 'reopened']) }),
  z.object({ ...kind('reopened'), by: z.string() }),
  z.object({ ...kind('reopened_helper'), person: z.string() }),
  z.object(kind('closing')),
  z.object({ ...kind('closing_helper'), person: z.string() }),
  z.object(kind('closing_summary')),
]) satisfies z.ZodType<MessageBody>;
