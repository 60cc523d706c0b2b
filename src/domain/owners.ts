import type { Decision, Draft } from './decision.ts';
import { rejected } from './decision.ts';
import { ask } from './help.ts';
import type { UserId } from './identifiers.ts';
import type { Incident } from './incident.ts';
import type { Policy, Service } from './policy.ts';
import { isSerious } from './severity.ts';

/** The affected services whose owner has not been asked for anything yet; never the engineer, each owner once. */
export function servicesToAskAbout(incident: Incident, services: Policy['services']): readonly Service[] {
  const { impact, engineer, asks } = incident;
  const open = services.filter(
    ({ id, owner }) =>
      impact.services.includes(id) && owner !== engineer && !asks.some(({ person }) => person === owner),
  );
  return open.filter(({ owner }, index) => open.findIndex((each) => each.owner === owner) === index);
}

/**
 * While it is serious, or still not known when the questions are answered, the owner of what is affected is asked too: their knowledge is needed, and somebody
 * who leads. A manager is not asked by itself: whether they read what was written in fright is for the engineer to choose.
 */
export function askOwners(draft: Draft): void {
  const { severity, manager, helpWanted, impact } = draft.incident();
  const isAskedYet = severity.level !== 'unknown' || impact.noticedBy !== null;
  if (!isSerious(severity.level) || !isAskedYet || !helpWanted) return;
  const { policy, circle } = draft.context;
  for (const { owner } of servicesToAskAbout(draft.incident(), policy.services)) {
    if (owner !== manager && owner !== circle.manager) askOwner(draft, owner);
  }
}

/** Below that the person may ask them, with one button. */
export function askOwnerOf(draft: Draft, service: string): Decision {
  const { policy, actor, circle } = draft.context;
  const { asks, engineer, manager, impact } = draft.incident();
  const owner = policy.services.find(({ id }) => id === service)?.owner;
  if (owner === undefined || owner === engineer || !impact.services.includes(service)) {
    return rejected('no_such_owner');
  }
  if ((owner === manager || owner === circle.manager) && actor?.user !== engineer) {
    return rejected('helper_is_manager');
  }
  if (!asks.some(({ person }) => person === owner)) askOwner(draft, owner);
  return draft.decided();
}

function askOwner(draft: Draft, owner: UserId): void {
  const { id } = ask(draft, owner, 'owner');
  draft.send(`owner_asked:${id}`, { to: 'place' }, { kind: 'owner_asked', ask: id });
}
