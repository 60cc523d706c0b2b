import { type CueName, cueLabels, cuesOf } from './cues.ts';
import { normalise } from './normalise.ts';
import { bias, PANIC_FROM, WORRY_FROM, weights } from './weights.ts';

export type Verdict = 'panic' | 'worry' | 'none';

export type Assessment = {
  readonly verdict: Verdict;
  /** 0 to 1, higher is more alarming, comparable between messages. */
  readonly score: number;
  /** What weighed most, most important first, in words for people. None where there is nothing to explain. */
  readonly reasons: readonly string[];
};

const MOST_REASONS = 4;

/**
 * Judges whether a message is a cry for help: `panic`, somebody has just broken something and needs help; `worry`, it
 * may be so, and the author should be asked; `none`, everything else. Takes the message's text as Slack sends it, of
 * any length (the first 40,000 characters count). Pure and synchronous; keeps and logs nothing.
 */
export function score(message: { readonly text: string }): Assessment {
  const cues = [...cuesOf(normalise(message.text))];
  const panic = cues.reduce((sum, cue) => sum + weights[cue].panic, bias.panic);
  const worry = cues.reduce((sum, cue) => sum + weights[cue].worry, bias.worry);
  const verdict = panic >= PANIC_FROM ? 'panic' : worry >= WORRY_FROM ? 'worry' : 'none';
  return { verdict, score: 1 / (1 + Math.exp(-panic)), reasons: reasonsFor(verdict, cues) };
}

function reasonsFor(verdict: Verdict, cues: readonly CueName[]): readonly string[] {
  const kind = verdict === 'worry' ? 'worry' : 'panic';
  return cues
    .filter((cue) => weights[cue][kind] > 0)
    .sort((a, b) => weights[b][kind] - weights[a][kind])
    .slice(0, MOST_REASONS)
    .map((cue) => cueLabels[cue]);
}
