import type { Context, OpenCommand } from './commands.ts';
import type { Decided } from './decision.ts';
import { draftOf } from './decision.ts';
import type { IncidentEvent, Origin } from './events.ts';
import { begin } from './evolve.ts';
import { idleAt } from './first-screen.ts';
import { wantHelp } from './help.ts';
import { silenceBeforeAsking } from './ladder.ts';
import { asksAfterSilence } from './silence.ts';

/** Nobody asked: Oops noticed a message. Silence under it is not an answer. */
export function noticedBySomebodyElse(origin: Origin): boolean {
  return origin.kind === 'panic_message';
}

/**
 * Opens an incident: the card goes to its place, and when help was asked for, a person is asked in the same moment. While
 * there is nothing but an open first screen, the card waits for the first word.
 */
export function open(command: OpenCommand, context: Context): Decided {
  const { number, engineer, origin, place } = command;
  const first: IncidentEvent = {
    seq: 1,
    at: context.now,
    actor: context.actor?.user ?? null,
    correlation: context.correlation,
    body: { type: 'incident_opened', number, engineer, origin, place },
  };
  const draft = draftOf(begin(command.team, command.id, first), first, context);
  if (command.happened !== null) draft.emit({ type: 'happened_told', words: command.happened });
  const idle = command.helpWanted ? null : idleAt(draft.incident());
  if (idle !== null) {
    draft.wake('idle', idle, { kind: 'idle_due' });
    return draft.decided();
  }
  draft.send('card', { to: 'place' }, { kind: 'card' });
  if (command.helpWanted) {
    wantHelp(draft, false);
  } else if (asksAfterSilence({ origin, place })) {
    draft.wake('silence', context.now + silenceBeforeAsking, { kind: 'silence_due' });
  }
  return draft.decided();
}
