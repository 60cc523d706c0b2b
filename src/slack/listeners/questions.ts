import { z } from 'zod';
import type { Say } from '../../app/act.ts';
import type { Reading } from '../../app/ports.ts';
import type { IncidentCommand } from '../../domain/commands.ts';
import type { YesNoUnknown } from '../../domain/identifiers.ts';
import type { AnsweredScreen } from '../../domain/incident.ts';
import { impactKinds, noticedByValues } from '../../domain/severity.ts';
import { cutText } from '../cut-text.ts';
import { actionIds } from '../ids.ts';
import { happenedLimit } from '../views/screens/reassurance.ts';
import type { Form } from './form.ts';

const yesNoUnknown = z.enum(['yes', 'no', 'unknown']);

/** An answer that was left empty is "I don't know": it is never taken for a no. */
export function answerOf(form: Form, actionId: string): YesNoUnknown {
  return yesNoUnknown.catch('unknown').parse(form.choice(actionId));
}

export type Answering = {
  readonly form: Form;
  readonly keep: Say;
  /** The incident as the person reads it. */
  readonly reading: Reading;
  /** The version that the screen was drawn from. */
  readonly seen: number;
};

/** What each of the plain question screens says to the incident. */
export const questions = {
  reassurance: ({ form, keep, reading, seen }) => ({
    ...{ type: 'tell_happened', seen },
    words: happenedIn(form, keep, reading),
    stillHappening: answerOf(form, actionIds.stillHappening),
  }),
  impact({ form, keep, seen }) {
    const affected = form.text(actionIds.affected);
    return {
      ...{ type: 'tell_impact', seen },
      affected: affected === null ? null : keep(affected, 'helpers'),
      kinds: z.array(z.enum(impactKinds)).parse(form.choices(actionIds.kinds)),
      services: z.array(z.string().max(64)).parse(form.choices(actionIds.services)),
      where: z.enum(['here', 'private']).optional().catch(undefined).parse(form.choice(actionIds.where)),
    };
  },
  reach: ({ form, seen }) => ({
    ...{ type: 'tell_reach', seen },
    noticedBy: z.enum(noticedByValues).catch('unknown').parse(form.choice(actionIds.noticedBy)),
    spreading: answerOf(form, actionIds.spreading),
    sensitive: answerOf(form, actionIds.sensitive),
  }),
} satisfies Record<AnsweredScreen, (answering: Answering) => IncidentCommand>;

/** Only what was changed is kept anew: the rest keeps its owner, its readers and its full length. */
function happenedIn(form: Form, keep: Say, { incident, words }: Reading): string | null | 'unchanged' {
  const typed = form.text(actionIds.happened);
  const before = incident.happened === null ? undefined : words.get(incident.happened);
  const shown = before === undefined ? null : cutText(before, happenedLimit).trim() || null;
  if (typed === shown) return 'unchanged';
  return typed === null ? null : keep(typed, 'helpers');
}

/** Nothing was typed or chosen: going back from there is no answer. */
export function isUntouched(form: Form, screen: AnsweredScreen): boolean {
  const fields = {
    reassurance: [actionIds.happened, actionIds.stillHappening],
    impact: [actionIds.affected, actionIds.where],
    reach: [actionIds.noticedBy, actionIds.spreading, actionIds.sensitive],
  }[screen];
  return (
    fields.every((field) => form.choice(field) === null) &&
    form.choices(actionIds.kinds).length + form.choices(actionIds.services).length === 0
  );
}
