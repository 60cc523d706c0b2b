const words = ['help', 'status', 'list', 'resolve', 'settings', 'practice'] as const;

export type OopsWord =
  | { readonly word: 'settings' }
  | { readonly word: Exclude<(typeof words)[number], 'settings'> }
  /** `person` is null when nobody was named. */
  | { readonly word: 'handoff'; readonly person: string | null };

const trailing = /[\s.!?…,;:]+$/u;
const handOff = /^hand[- ]?off(?:\s+(?:to\s+)?<@([UW][A-Z0-9]+)(?:\|[^>]*)?>)?$/i;

/**
 * What stands behind `/oops`, as Slack escapes it. A word means something only when it stands alone (`handoff`: with a
 * person): "status page is down" is somebody asking for help, and null here.
 */
export function oopsWordIn(text: string): OopsWord | null {
  const said = text.trim().replace(trailing, '');
  const handed = handOff.exec(said);
  if (handed !== null) return { word: 'handoff', person: handed[1]?.toUpperCase() ?? null };
  const word = words.find((each) => each === said.toLowerCase());
  return word === undefined ? null : { word };
}
