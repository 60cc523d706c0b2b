import type { Decision, Draft } from './decision.ts';
import { wantHelp } from './help.ts';
import type { WordsId } from './identifiers.ts';
import { workPlace } from './place.ts';

/**
 * Help was asked for once more while the incident is open. What was written is what happened, when nothing was said before,
 * and a note otherwise; whoever is with the person reads it at once, and when nobody is, somebody is asked.
 */
export function askAgain(draft: Draft, words: WordsId): Decision {
  if (draft.incident().happened === null) draft.emit({ type: 'happened_told', words });
  else draft.emit({ type: 'note_added', words });
  for (const person of draft.incident().helpers) {
    draft.send(
      `said_more:${words}:${person}`,
      { to: 'person', user: person },
      { kind: 'said_more', words, person },
    );
  }
  return wantHelp(draft, false);
}

/** Another message of the engineer's that sounds like a cry for help. It is kept, and they are told where; nobody is woken. */
export function noticeAgain(draft: Draft, words: WordsId): Decision {
  draft.emit({ type: 'note_added', words });
  draft.send(`noticed_again:${words}`, workPlace(draft), { kind: 'noticed_again' });
  return draft.decided();
}
