import { answerAsk } from './answering.ts';
import type { Decision, Draft } from './decision.ts';
import { rejected } from './decision.ts';
import { ask } from './help.ts';
import { isOver } from './incident.ts';

/** *I'm with them*, in the helpers' channel: the first takes it; the others read that somebody is there. */
export function takeAsk(draft: Draft): Decision {
  const { channelAsked, helpers, asks, manager, engineer } = draft.incident();
  const person = draft.context.actor?.user;
  if (channelAsked === null || person === undefined || person === engineer) return rejected('no_such_ask');
  if (helpers.includes(person)) return draft.decided();
  if (person === manager || person === draft.context.circle.manager) return rejected('helper_is_manager');
  if (helpers.length > 0) return rejected('somebody_is_there');
  const before = asks.find((each) => each.person === person && each.state !== 'refused');
  const { id } = before ?? ask(draft, person, 'channel');
  return answerAsk(draft, id, 'accept');
}

/** Slack did not take the message: the engineer must not wait for nobody. */
export function channelAskRefused(draft: Draft): Decision {
  const { channelAsked, version } = draft.incident();
  if (channelAsked === null || isOver(draft.incident())) return draft.decided();
  draft.emit({ type: 'channel_ask_refused' });
  draft.send(`channel_ask_refused:${version}`, { to: 'engineer' }, { kind: 'channel_ask_refused' });
  return draft.decided();
}
