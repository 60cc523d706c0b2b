import { useRef, useState } from 'preact/hooks';
import type { Outcome, PersonActionInput } from '../../protocol.ts';
import { usePane } from './pane-context.ts';
import { Unreachable } from './unreachable.ts';

export const unreachableWords = 'The sandbox is not reachable. Nothing was sent; try again when it is back.';

export interface Attempt {
  readonly running: boolean;
  /** What went wrong with the last one, to be shown where it was begun. */
  readonly problem: string | null;
  /** Acts as this person, one at a time. @returns what came of it, or null when it was not done */
  attempt(action: PersonActionInput): Promise<Outcome | null>;
  clear(): void;
}

/** What Slack would show of it, where the person clicked; null when nothing went wrong. */
export function problemOf(outcome: Outcome): string | null {
  if (outcome.result === 'failed' || outcome.result === 'refused') return outcome.text;
  return outcome.result === 'invalid' ? (outcome.errors[0]?.message ?? 'That was not accepted.') : null;
}

/** The life of something a person does: running, then nothing, or a problem to show. */
export function useAttempt(): Attempt {
  const { act, settleNotice } = usePane();
  const busy = useRef(false);
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = async (action: PersonActionInput) => {
    if (busy.current) return null;
    busy.current = true;
    setRunning(true);
    setProblem(null);
    try {
      const outcome = await act(action);
      const found = problemOf(outcome);
      setProblem(found);
      if (found === null) return outcome;
      settleNotice(outcome);
      return null;
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error;
      setProblem(unreachableWords);
      return null;
    } finally {
      busy.current = false;
      setRunning(false);
    }
  };
  return { running, problem, attempt, clear: () => setProblem(null) };
}
