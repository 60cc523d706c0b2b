import type { ProblemWords } from '../problem.ts';
import type { Words } from './words.ts';

/** What went wrong, in the words of a language. */
export function problemWords(words: Words): ProblemWords {
  const { failures } = words;
  return {
    title: () => words.screens.opening.title,
    close: () => words.common.close,
    sentence: ({ reason, reference }) => {
      switch (reason) {
        case 'too_slow':
          return failures.notSaved;
        case 'unreadable':
        case 'unknown_control':
          return failures.notUnderstood(reference);
        case 'expired':
          return failures.windowDidNotOpen;
        case 'declined':
        case 'slack_failed':
        case 'failed':
          return failures.broken(reference);
        default:
          return reason satisfies never;
      }
    },
  };
}
