import type { Decision, Draft } from './decision.ts';
import { rejected } from './decision.ts';
import { ask, beginAsking, expects } from './help.ts';
import type { UserId } from './identifiers.ts';
import type { Ask } from './incident.ts';
import { findAsk } from './incident.ts';
import { workPlace } from './place.ts';
import { gather } from './room.ts';

/**
 * Somebody else is to go on. From the engineer: on yes that person has the keyboard, and the engineer stays in the
 * incident. From a helper: on yes the helper is released with thanks. Who is here already has said yes.
 */
export function handOff(draft: Draft, person: UserId): Decision {
  const { engineer, manager, helpers } = draft.incident();
  const from = draft.context.actor?.user;
  if (from === undefined) return rejected('not_allowed');
  if (person === from) return rejected('hand_off_to_oneself');
  if (person === engineer) return rejected('helper_is_engineer');
  const isManager = person === manager || person === draft.context.circle.manager;
  if (isManager && from !== engineer) return rejected('helper_is_manager');
  if (from !== engineer && !helpers.includes(from)) return rejected('hand_off_not_here');
  beginAsking(draft);
  if (helpers.includes(person)) {
    goOn(draft, from, person);
    return draft.decided();
  }
  const waiting = draft.incident().asks.find((each) => each.person === person && expects(each));
  if (waiting?.handOffFrom === from) return draft.decided();
  const { id } = waiting ?? ask(draft, person, 'named');
  draft.emit({ type: 'hand_off_asked', ask: id, from });
  const { version } = draft.incident();
  draft.send(`hand_off_asked:${id}:${version}`, workPlace(draft), { kind: 'hand_off_asked', ask: id });
  return draft.decided();
}

/** They have said yes. Who wanted to hand over may have left meanwhile: then they have only come. */
export function completeHandOff(draft: Draft, { id }: Ask): void {
  const { engineer, helpers } = draft.incident();
  const accepted = findAsk(draft.incident(), id);
  const from = accepted?.handOffFrom ?? null;
  if (accepted === undefined || from === null) return;
  if (from === engineer || helpers.includes(from)) goOn(draft, from, accepted.person);
}

function goOn(draft: Draft, from: UserId, person: UserId): void {
  const { engineer, keyboard, asks } = draft.incident();
  if (from === engineer) {
    if (keyboard === person) return;
    draft.emit({ type: 'keyboard_taken', person });
    const { version } = draft.incident();
    draft.send(`keyboard_moved:${version}`, workPlace(draft), { kind: 'keyboard_moved', person });
    draft.send(
      `keyboard_yours:${version}`,
      { to: 'person', user: person },
      { kind: 'keyboard_yours', person, from },
    );
    return;
  }
  draft.emit({ type: 'helper_released', person: from });
  gather(draft, null);
  if (keyboard === from) draft.emit({ type: 'keyboard_taken', person });
  const { version } = draft.incident();
  draft.send(`helper_changed:${version}`, workPlace(draft), { kind: 'helper_changed', from, person });
  draft.send(
    `released:${version}`,
    { to: 'person', user: from },
    { kind: 'released', person: from, by: person },
  );
  const cameForThis = asks.some((each) => each.person === person && each.handOffFrom === from);
  if (cameForThis) return;
  draft.send(
    `keyboard_yours:${version}`,
    { to: 'person', user: person },
    { kind: 'keyboard_yours', person, from },
  );
}
