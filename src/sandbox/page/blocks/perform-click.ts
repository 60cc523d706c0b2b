import type { FieldValue, Place } from '../../protocol.ts';
import type { PaneScope } from '../state/pane-context.ts';
import { Unreachable } from '../state/unreachable.ts';
import { problemOf, unreachableWords } from '../state/use-attempt.ts';
import { readPermalink } from '../text/permalink.ts';
import type { ClickResult } from './surface.ts';

export interface Click {
  readonly place: Place;
  readonly blockId: string;
  readonly actionId: string;
  readonly value?: FieldValue;
}

function openAddress(pane: PaneScope, url: string): void {
  const linked = readPermalink(url);
  if (linked) pane.go({ channel: linked.channel, threadTs: linked.threadTs, ts: linked.ts });
  else if (/^https?:/i.test(url)) window.open(url, '_blank', 'noopener,noreferrer');
}

/** Clicks as this person: asks first where the button wants that, follows a link button, and tells what went wrong. */
export async function performClick(pane: PaneScope, click: Click): Promise<ClickResult> {
  const { place, blockId, actionId, value } = click;
  const attempt = (confirmed: boolean) =>
    pane.act({ do: 'click', place, blockId, action: actionId, value, confirmed });
  try {
    let outcome = await attempt(false);
    if (outcome.result === 'asks') {
      if (!(await pane.confirm(outcome.confirm))) return { problem: null };
      outcome = await attempt(true);
    }
    if (outcome.result === 'done' && outcome.url !== undefined) openAddress(pane, outcome.url);
    const problem = problemOf(outcome);
    if (problem !== null) pane.settleNotice(outcome);
    return { problem };
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    return { problem: unreachableWords };
  }
}
