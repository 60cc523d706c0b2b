import { plainFromSlack, quote } from '../mrkdwn.ts';
import type { Problem, ProblemWords } from '../problem.ts';
import type { Words } from './words.ts';

/** What went wrong, in the words of a language. */
export function problemWords(words: Words): ProblemWords {
  const { failures } = words;
  return {
    title: () => words.screens.opening.title,
    close: () => words.common.close,
    sentence: (problem) => {
      const { reason, kind, reference } = problem;
      switch (reason) {
        case 'too_slow':
          return withTyped(kind === 'command' ? failures.commandNotSaved : failures.notSaved, problem, words);
        case 'unreadable':
        case 'unknown_control':
          return failures.notUnderstood(reference);
        case 'expired':
          return failures.windowDidNotOpen;
        case 'declined':
        case 'slack_failed':
        case 'failed':
          return withTyped(failures.broken(reference), problem, words);
        default:
          return reason satisfies never;
      }
    },
  };
}

/** Slack empties the line of a command as soon as it is sent, so its text is given back: literally, and pinging nobody. */
function withTyped(sentence: string, { typed }: Problem, { failures }: Words): string {
  const given = typed === undefined ? '' : quote(plainFromSlack(typed), { maxLength: 2500, maxLines: 40 });
  return given === '' ? sentence : `${sentence} ${failures.youWrote}\n${given}`;
}
