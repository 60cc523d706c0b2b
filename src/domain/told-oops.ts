import type { Decision, Draft } from './decision.ts';
import type { WordsId } from './identifiers.ts';

/**
 * The engineer wrote to Oops in plain words. It is what happened, when nothing was said before, and a note otherwise;
 * helpers read it. One short line answers, so that nobody writes into silence.
 */
export function tellOops(draft: Draft, words: WordsId): Decision {
  if (draft.incident().happened === null) draft.emit({ type: 'happened_told', words });
  else draft.emit({ type: 'note_added', words });
  draft.send(`kept_words:${words}`, { to: 'engineer' }, { kind: 'kept_words' });
  return draft.decided();
}
