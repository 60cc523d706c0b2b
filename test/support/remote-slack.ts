/** People at the local Slack of a running product, over its control API: what the page does, without a browser. */
import {
  type Outcome,
  outcomeSchema,
  type PersonActionInput,
  type Screen,
  type ShownMessage,
  screenSchema,
} from '../../src/sandbox/protocol.ts';
import { botUserId } from '../../src/sandbox/seed.ts';

export type RemotePerson = {
  readonly do: (action: PersonActionInput) => Promise<Outcome>;
  readonly screen: () => Promise<Screen>;
  /** Waits until what the person sees fits, and gives what was found in it; ten seconds at most. */
  readonly sees: <T>(what: string, find: (screen: Screen) => T | undefined) => Promise<T>;
};

const waitMs = 10_000;

export function remotePerson(address: string, user: string): RemotePerson {
  const person = `${address}/control/people/${user}`;
  const screen = async (signal?: AbortSignal): Promise<Screen> => {
    const answer = await fetch(`${person}/screen`, signal ? { signal } : {});
    return screenSchema.parse(await answer.json());
  };
  return {
    screen: () => screen(),
    async do(action) {
      const answer = await fetch(`${person}/do`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(action),
      });
      return outcomeSchema.parse(await answer.json());
    },
    async sees(what, find) {
      const timeout = AbortSignal.timeout(waitMs);
      try {
        const stream = await fetch(`${address}/control/events`, { signal: timeout });
        // It begins with the version as it is, so that the first look needs no change; each part tells of some change.
        for await (const _change of stream.body ?? []) {
          const found = find(await screen(timeout));
          if (found !== undefined) return found;
        }
      } catch (error) {
        if (timeout.aborted) throw new Error(`Nobody saw ${what} within ${waitMs} ms.`);
        throw error;
      }
      throw new Error(`The local Slack ended before anybody saw ${what}.`);
    },
  };
}

/** The newest message of the app to this person that says this. */
export function dmSaying(words: string): (screen: Screen) => ShownMessage | undefined {
  return ({ conversations, me }) =>
    conversations
      .filter(({ kind, members }) => kind === 'dm' && members.includes(me.id) && members.includes(botUserId))
      .flatMap(({ messages }) => messages)
      .filter((message) => message.isBot && JSON.stringify(message).includes(words))
      .at(-1);
}

/** Whether the visible window says this. */
export function windowSaying(words: string): (screen: Screen) => true | undefined {
  return ({ stack }) => (JSON.stringify(stack.at(-1) ?? null).includes(words) ? true : undefined);
}
