import type { Confidence } from './events.ts';
import type { YesNoUnknown } from './identifiers.ts';
import type { ImpactKind } from './severity.ts';

/** What experience says about one kind of accident. Written by people in a file; read in the Fix phase. */
export type Playbook = {
  /** Short and stable, `deleted-data`: events name a playbook by it. */
  readonly id: string;
  readonly title: string;
  readonly signs: PlaybookSigns;
  /** These never wait for a second person. */
  readonly stopFirst: readonly string[];
  readonly doNotYet: readonly PlaybookWarning[];
  /** What to keep before it changes. */
  readonly evidence: readonly string[];
  readonly options: readonly PlaybookOption[];
  readonly steps: readonly PlaybookStep[];
  /** Markdown for those who want to read on. May be empty. */
  readonly notes: string;
};

/** What suggests this playbook. */
export type PlaybookSigns = {
  /** Words or phrases; a `*` at the end stands for any ending. */
  readonly words: readonly string[];
  readonly impact: readonly ImpactKind[];
};

export type PlaybookWarning = { readonly what: string; readonly why: string };

export type PlaybookOption = {
  readonly name: string;
  readonly summary: string;
  readonly traps: readonly string[];
  readonly undo: YesNoUnknown;
  readonly undoHow: string;
};

export type PlaybookStep = {
  readonly text: string;
  /** A hint for somebody who does not know the system: the person sets their own. */
  readonly confidence: Confidence;
  readonly undo: YesNoUnknown;
};

export type SuggestionReason =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'impact'; readonly impact: ImpactKind };

export type PlaybookSuggestion = {
  readonly playbook: Playbook;
  readonly score: number;
  readonly reasons: readonly SuggestionReason[];
};

export type SuggestionFacts = {
  /** What the person wrote, as they wrote it. */
  readonly words: string;
  readonly impactKinds: readonly ImpactKind[];
};

const WORD_WEIGHT = 2;
/** More matching words than this say nothing new: a long message is not a better match. */
const WORD_LIMIT = 3;
/** An impact was chosen by the person from a list, so it says more than one word of theirs. */
const IMPACT_WEIGHT = 3;

/**
 * Ranks the playbooks that fit, best first, each with its reasons; those without any reason are left out. The order of
 * equals is that of their ids, so that the same facts always give the same list. Linear in the length of the words.
 */
export function suggestPlaybooks(
  playbooks: readonly Playbook[],
  facts: SuggestionFacts,
): readonly PlaybookSuggestion[] {
  const text = foldWords(facts.words);
  return playbooks
    .map((playbook) => suggestionFor(playbook, text, facts.impactKinds))
    .filter((suggestion) => suggestion.score > 0)
    .sort((a, b) => b.score - a.score || (a.playbook.id < b.playbook.id ? -1 : 1));
}

function suggestionFor(
  playbook: Playbook,
  text: string,
  impactKinds: readonly ImpactKind[],
): PlaybookSuggestion {
  const words = playbook.signs.words.filter((sign) => hasSign(text, sign));
  const impacts = playbook.signs.impact.filter((impact) => impactKinds.includes(impact));
  return {
    playbook,
    score: Math.min(words.length, WORD_LIMIT) * WORD_WEIGHT + impacts.length * IMPACT_WEIGHT,
    reasons: [
      ...words.map((word) => ({ kind: 'word', word }) as const),
      ...impacts.map((impact) => ({ kind: 'impact', impact }) as const),
    ],
  };
}

/** Lower case, one form for each character, words apart by one space, and a space at both ends. */
function foldWords(words: string): string {
  return ` ${words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}-]+/gu, ' ')
    .trim()} `;
}

const withoutSpaces = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/u;

/** True when the sign stands in the text as whole words, or anywhere where words are not kept apart by spaces. */
function hasSign(text: string, sign: string): boolean {
  const open = sign.endsWith('*');
  const words = foldWords(open ? sign.slice(0, -1) : sign);
  if (words.trim() === '') return false;
  if (withoutSpaces.test(words)) return text.includes(words.trim());
  return text.includes(open ? words.trimEnd() : words);
}
