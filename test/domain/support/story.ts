import type { IncidentCommand, OpenCommand } from '../../../src/domain/commands.ts';
import { decide } from '../../../src/domain/decide.ts';
import type { Decided, RejectionCode } from '../../../src/domain/decision.ts';
import type { Effect, MessageBody } from '../../../src/domain/effects.ts';
import type { EventType, IncidentEvent } from '../../../src/domain/events.ts';
import type { Incident } from '../../../src/domain/incident.ts';
import type { Circle } from '../../../src/domain/ladder.ts';
import { open } from '../../../src/domain/opening.ts';
import { noPolicy, type Policy } from '../../../src/domain/policy.ts';
import { type Name, people, circle as usualCircle } from './people.ts';

/** A Tuesday evening, 20:14 UTC. */
export const evening = Date.UTC(2026, 8, 15, 20, 14);
export const minutes = (count: number): number => count * 60_000;

export type Sent = Extract<Effect, { kind: 'send' }>;

/** One decision, said in the words that a test looks for. */
export type Step = {
  readonly rejected: RejectionCode | null;
  readonly events: readonly EventType[];
  readonly sent: readonly Sent[];
  readonly effects: readonly Effect[];
};

export type Story = {
  incident(): Incident;
  now(): number;
  /** Every event so far. */
  history(): readonly IncidentEvent[];
  /** Every message so far, by key as the store keeps them: the same key twice is one. */
  messages(): ReadonlyMap<string, Sent>;
  wait(ms: number): void;
  knows(circle: Circle): void;
  /** `null`: Oops itself, a timer or a delivery. */
  does(who: Name | null, command: IncidentCommand): Step;
};

export type Opening = Partial<Pick<OpenCommand, 'happened' | 'helpWanted' | 'place' | 'origin'>> & {
  readonly circle?: Circle;
  readonly policy?: Policy;
};

/** Alex's incident, from its opening on. Time stands still until the story waits. */
export function begin(opening: Opening = {}): Story {
  const { circle = usualCircle, policy: set = noPolicy, ...rest } = opening;
  let now = evening;
  let known = circle;
  const context = (who: Name | null) => ({
    now,
    actor: who === null ? null : people[who],
    circle: known,
    policy: set,
    correlation: 'test',
  });
  const opened = open(
    {
      ...{ type: 'open', team: 'T1', id: 'i1', number: 42, engineer: people.alex.user },
      ...{ origin: { kind: 'global_shortcut' }, place: { kind: 'dm' }, happened: null, helpWanted: true },
      ...rest,
    },
    context('alex'),
  );
  let incident = opened.incident;
  const history: IncidentEvent[] = [];
  const messages = new Map<string, Sent>();
  const take = (decided: Decided): Step => {
    incident = decided.incident;
    history.push(...decided.events);
    const sent = decided.effects.filter((effect) => effect.kind === 'send');
    for (const message of sent) if (!messages.has(message.key)) messages.set(message.key, message);
    const events = decided.events.map((event) => event.body.type);
    return { rejected: null, events, sent, effects: decided.effects };
  };
  take(opened);
  return {
    incident: () => incident,
    now: () => now,
    history: () => history,
    messages: () => messages,
    wait: (ms) => {
      now += ms;
    },
    knows: (next) => {
      known = next;
    },
    does(who, command) {
      const decision = decide(incident, command, context(who));
      if (decision.kind === 'decided') return take(decision);
      return { rejected: decision.code, events: [], sent: [], effects: [] };
    },
  };
}

/** Whom a step asked for help, in order. */
export function askedIn(step: Step | Story): readonly string[] {
  const sent = 'sent' in step ? step.sent : [...step.messages().values()];
  return sent.flatMap(({ message, destination }) =>
    message.kind === 'ask' && destination.to === 'person' ? [destination.user] : [],
  );
}

/** What kinds of message a step sent to a person, or to the incident's place. The engineer is Alex. */
export function told(step: Step, whom: Name | 'place'): readonly MessageBody['kind'][] {
  return step.sent.flatMap(({ destination, message }) => {
    const to =
      destination.to === 'engineer' ? people.alex.user : 'user' in destination ? destination.user : 'place';
    return to === (whom === 'place' ? 'place' : people[whom].user) ? [message.kind] : [];
  });
}

export function messageOf<K extends MessageBody['kind']>(
  step: Step,
  kind: K,
): Extract<MessageBody, { kind: K }> | undefined {
  const found = step.sent.find(({ message }) => message.kind === kind)?.message;
  return found as Extract<MessageBody, { kind: K }> | undefined;
}

/** Nothing at all: no event, no message. */
export const nothing: Step = { rejected: null, events: [], sent: [], effects: [] };
export const refused = (code: RejectionCode): Step => ({ ...nothing, rejected: code });
