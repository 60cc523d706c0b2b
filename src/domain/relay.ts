import type { IncidentCommand } from './commands.ts';
import type { Decision, Draft } from './decision.ts';
import { rejected } from './decision.ts';
import type { UserId } from './identifiers.ts';
import type { Incident } from './incident.ts';

/** Whether what this person writes to Oops is for the others, once words are passed on and somebody has come. */
export function isTogetherIn({ engineer, helpers, relayed }: Incident, user: UserId): boolean {
  return relayed && helpers.length > 0 && (user === engineer || helpers.includes(user));
}

/**
 * What somebody wrote to Oops goes to the others who are in it, where there is no room for them. An edited message goes
 * again, and says so: what was read before cannot be unread.
 */
export function passOn(
  draft: Draft,
  { words, changed }: Extract<IncidentCommand, { type: 'pass_on' }>,
): Decision {
  const { engineer, helpers } = draft.incident();
  const from = draft.context.actor?.user;
  if (from === undefined || !isTogetherIn(draft.incident(), from)) return rejected('not_relayed');
  draft.emit({ type: 'passed_on', words, changed });
  for (const user of [engineer, ...helpers].filter((person) => person !== from)) {
    const message = { kind: 'passed_on', words, from, changed } as const;
    draft.send(`passed_on:${words}:${user}`, { to: 'person', user }, message);
  }
  return draft.decided();
}
