import type { EventBody, IncidentEvent } from './events.ts';
import { partDone } from './evolve-part.ts';
import type { StepId } from './identifiers.ts';
import type { Incident, Step } from './incident.ts';

export type StepEvent = Extract<
  EventBody,
  {
    type:
      | 'step_added'
      | 'step_changed'
      | 'step_approved'
      | 'step_questioned'
      | 'step_removed'
      | 'step_started'
      | 'step_done'
      | 'step_failed';
  }
>;

/** The incident after something happened to a step of its plan. */
export function evolveSteps(incident: Incident, body: StepEvent, { actor }: IncidentEvent): Incident {
  switch (body.type) {
    case 'step_added': {
      const { step: id, words, confidence, undo } = body;
      const added: Step = { id, ...asWritten({ words, confidence, undo }, actor) };
      return { ...partDone(incident, 'fix'), steps: [...incident.steps, added] };
    }
    case 'step_changed':
      return withStep(incident, body.step, asWritten(body, actor));
    case 'step_approved':
      return withStep(incident, body.step, { state: 'ready', approvedBy: actor, questionedBy: null });
    case 'step_questioned': {
      const { step, words: question } = body;
      return withStep(incident, step, { state: 'waiting', approvedBy: null, questionedBy: actor, question });
    }
    case 'step_removed':
      return withStep(incident, body.step, { state: 'removed' });
    case 'step_started':
      return withStep(incident, body.step, { state: 'started' });
    case 'step_done':
      return withStep(incident, body.step, { state: 'done' });
    case 'step_failed':
      return withStep(incident, body.step, { state: 'failed' });
    default:
      return body satisfies never;
  }
}

/** New words have not been read by anybody else. */
function asWritten(
  { words, confidence, undo }: Pick<Step, 'words' | 'confidence' | 'undo'>,
  author: Step['author'],
): Omit<Step, 'id'> {
  const state = mustWait(confidence, undo) ? 'waiting' : 'ready';
  return { words, confidence, undo, author, state, approvedBy: null, questionedBy: null, question: null };
}

/** A step waits for a second person when its author is unsure (under 4 of 5) or it cannot surely be undone. */
export function mustWait(confidence: number, undo: Step['undo']): boolean {
  return confidence < 4 || undo !== 'yes';
}

function withStep(incident: Incident, id: StepId, change: Partial<Step>): Incident {
  return {
    ...incident,
    steps: incident.steps.map((step) => (step.id === id ? { ...step, ...change } : step)),
  };
}
