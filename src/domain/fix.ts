import type { IncidentCommand } from './commands.ts';
import type { Decision, Draft } from './decision.ts';
import { rejected } from './decision.ts';
import { askNext, sayNobodyToAsk } from './help.ts';
import type { StepId, UserId } from './identifiers.ts';
import type { Incident, Step, StepState } from './incident.ts';
import { findStep } from './incident.ts';
import { workPlace } from './place.ts';
import { sendStepCheck } from './step-check.ts';

type Of<T extends IncidentCommand['type']> = Extract<IncidentCommand, { type: T }>;

/** Adds a step to the plan. An unsure or irreversible one waits for a second person, who is asked at once. */
export function addStep(draft: Draft, { words, confidence, undo }: Of<'add_step'>): Decision {
  const step: StepId = `s${draft.incident().steps.length + 1}`;
  draft.emit({ type: 'step_added', step, words, confidence, undo });
  const by = draft.context.actor?.user;
  if (by !== undefined && by !== draft.incident().engineer) {
    draft.send(`step_written:${step}`, workPlace(draft), { kind: 'step_written', step, by });
  }
  askToCheck(draft, step);
  return draft.decided();
}

/** Rewrites a step that has not begun. What was approved was the old text, so it is checked anew. */
export function changeStep(draft: Draft, command: Of<'change_step'>): Decision {
  const { step, words, confidence, undo } = command;
  const found = findStep(draft.incident(), step);
  if (found === undefined) return rejected('no_such_step');
  if (!changeable.includes(found.state)) return rejected('step_not_movable');
  draft.emit({ type: 'step_changed', step, words, confidence, undo });
  askToCheck(draft, step);
  return draft.decided();
}

/** *Looks good; I know this system*, or *Let's change it*. Never by the author, and only for the text that was read. */
export function checkStep(draft: Draft, { step, read, answer }: Of<'check_step'>): Decision {
  const found = findStep(draft.incident(), step);
  const by = draft.context.actor?.user;
  if (found === undefined || by === undefined) return rejected('no_such_step');
  if (found.author === by) return rejected('own_step');
  if (found.words !== read) return rejected('step_changed');
  if (answer.kind === 'approve') {
    if (found.state !== 'waiting') return draft.decided();
    draft.emit({ type: 'step_approved', step });
    draft.send(`step_approved:${step}:${draft.incident().version}`, workPlace(draft), {
      kind: 'step_approved',
      step,
      by,
    });
  } else {
    // Also when somebody else has said yes: an objection counts until the step has begun.
    if (found.state !== 'waiting' && found.state !== 'ready') return rejected('step_not_movable');
    draft.emit({ type: 'step_questioned', step, words: answer.words });
    const { version } = draft.incident();
    draft.send(`step_questioned:${step}:${version}`, workPlace(draft), { kind: 'step_questioned', step, by });
  }
  return draft.decided();
}

/** A step that did not work may be written anew, or taken out: else the plan could never be done. */
const changeable: readonly StepState[] = ['waiting', 'ready', 'failed'];

const movableFrom: Record<Of<'move_step'>['to'], readonly StepState[]> = {
  started: ['ready', 'failed'],
  done: ['started'],
  failed: ['started'],
  removed: changeable,
};

/** Started, done, did not work, or taken out; a step that waits for a second person cannot be started. */
export function moveStep(draft: Draft, { step, to }: Of<'move_step'>): Decision {
  const found = findStep(draft.incident(), step);
  if (found === undefined) return rejected('no_such_step');
  if (found.state === to) return draft.decided();
  if (to === 'started' && found.state === 'waiting') return rejected('step_waits');
  if (!movableFrom[to].includes(found.state)) return rejected('step_not_movable');
  draft.emit({ type: `step_${to}`, step });
  return draft.decided();
}

/**
 * Asks those who are with the engineer, or else those who were asked to come; never the author. When there is nobody
 * of that kind the next person on the ladder is asked to come: a step must not wait for somebody who does not exist.
 */
function askToCheck(draft: Draft, id: StepId): void {
  const step = findStep(draft.incident(), id);
  if (step?.state !== 'waiting') return;
  const readers = checkers(draft.incident(), step);
  for (const person of readers) sendStepCheck(draft, step, person);
  if (readers.length > 0) return;
  const { ladderExhaustedAt, helpers } = draft.incident();
  const saidBefore = ladderExhaustedAt !== null && helpers.length === 0;
  if (saidBefore) return;
  const next = askNext(draft);
  if (next === null) sayNobodyToAsk(draft);
  else sendStepCheck(draft, step, next.person);
}

function checkers({ helpers, asks }: Incident, { author }: Step): readonly UserId[] {
  const others = helpers.filter((person) => person !== author);
  if (others.length > 0) return others;
  return asks.filter((ask) => ask.state === 'asked' && ask.person !== author).map((ask) => ask.person);
}
