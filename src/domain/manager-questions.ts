import type { Decision, Draft } from './decision.ts';
import { rejected } from './decision.ts';
import type { QuestionId, WordsId } from './identifiers.ts';
import { findQuestion } from './incident.ts';

/**
 * A manager wants to know something. It goes to the engineer alone, in their own direct message, also after the end: what
 * is between the two is not for a thread.
 */
export function askQuestion(draft: Draft, words: WordsId): Decision {
  const question: QuestionId = `q${draft.incident().questions.length + 1}`;
  draft.emit({ type: 'manager_asked', question, words });
  draft.send(`manager_question:${question}`, { to: 'engineer' }, { kind: 'manager_question', question });
  return draft.decided();
}

/** The engineer's answer goes back to whoever asked, once. */
export function answerQuestion(draft: Draft, id: QuestionId, words: WordsId): Decision {
  const asked = findQuestion(draft.incident(), id);
  if (asked === undefined) return rejected('no_such_question');
  if (asked.answer !== null) return rejected('already_answered');
  draft.emit({ type: 'manager_answered', question: id, words });
  const message = { kind: 'manager_answer', question: id } as const;
  draft.send(`manager_answer:${id}`, { to: 'person', user: asked.by }, message);
  return draft.decided();
}
