/** One person at their client, for tests in the same process; the same operations as the control API. */
import {
  type FieldValue,
  type Outcome,
  type PersonActionInput,
  type Place,
  personActionSchema,
  type Screen,
  type ShownMessage,
  type ShownView,
} from '../protocol.ts';
import type { PersonDriver } from '../surface.ts';
import { openDirect } from '../world/conversations.ts';
import { requirePerson } from '../world/people.ts';
import type { World } from '../world/world.ts';
import type { Client } from './client.ts';
import { userId, visibleConversation } from './refs.ts';
import { homeFor, messagesFor, screenOf, stackFor } from './screen.ts';

export class InProcessPerson implements PersonDriver {
  readonly id: string;
  readonly #world: World;
  readonly #client: Client;

  /** @throws Refusal `user_not_found` */
  constructor(world: World, client: Client, id: string) {
    requirePerson(world, id);
    this.id = id;
    this.#world = world;
    this.#client = client;
  }

  do(action: PersonActionInput): Promise<Outcome> {
    return this.#client.act(this.id, personActionSchema.parse(action));
  }

  post(
    channel: string,
    text: string,
    options: { threadTs?: string; broadcast?: boolean } = {},
  ): Promise<Outcome> {
    return this.do({ do: 'post', channel, text, ...options });
  }

  edit(channel: string, ts: string, text: string): Promise<Outcome> {
    return this.do({ do: 'edit', channel, ts, text });
  }

  delete(channel: string, ts: string): Promise<Outcome> {
    return this.do({ do: 'delete', channel, ts });
  }

  command(
    channel: string,
    command: string,
    text = '',
    options: { threadTs?: string } = {},
  ): Promise<Outcome> {
    return this.do({ do: 'command', channel, command, text, ...options });
  }

  messageShortcut(channel: string, ts: string, callbackId: string): Promise<Outcome> {
    return this.do({ do: 'messageShortcut', channel, ts, callbackId });
  }

  globalShortcut(callbackId: string): Promise<Outcome> {
    return this.do({ do: 'globalShortcut', callbackId });
  }

  click(
    place: Place | ShownMessage,
    action: string,
    options: { blockId?: string; value?: FieldValue; confirmed?: boolean } = {},
  ): Promise<Outcome> {
    const where: Place = 'in' in place ? place : { in: 'message', channel: place.channel, ts: place.ts };
    return this.do({ do: 'click', place: where, action, ...options });
  }

  fill(values: Readonly<Record<string, FieldValue>>, options: { enter?: boolean } = {}): Promise<Outcome> {
    return this.do({ do: 'fill', values: { ...values }, ...options });
  }

  type(values: Readonly<Record<string, FieldValue>>): Promise<Outcome> {
    return this.do({ do: 'fill', values: { ...values }, typing: true });
  }

  submit(): Promise<Outcome> {
    return this.do({ do: 'submit' });
  }

  close(options: { all?: boolean } = {}): Promise<Outcome> {
    return this.do({ do: 'close', ...options });
  }

  openHome(): Promise<Outcome> {
    return this.do({ do: 'openHome' });
  }

  react(channel: string, ts: string, name: string): Promise<Outcome> {
    return this.do({ do: 'react', channel, ts, name });
  }

  join(channel: string): Promise<Outcome> {
    return this.do({ do: 'join', channel });
  }

  dm(handleOrId?: string): string {
    const other = handleOrId === undefined ? this.#world.state.bot.userId : userId(this.#world, handleOrId);
    return openDirect(this.#world, [this.id, other]).conversation.id;
  }

  screen(): Screen {
    return screenOf(this.#world, this.id);
  }

  view(): ShownView | undefined {
    return this.stack().at(-1);
  }

  stack(): ShownView[] {
    return stackFor(this.#world, this.id);
  }

  home(): ShownView | null {
    return homeFor(this.#world, this.id);
  }

  history(channel: string): ShownMessage[] {
    const me = requirePerson(this.#world, this.id);
    const conversation = visibleConversation(this.#world, me, channel);
    if (!conversation.members.includes(this.id)) return [];
    return messagesFor(this.#world, me, conversation.id);
  }

  thread(channel: string, threadTs: string): ShownMessage[] {
    return this.history(channel).filter((each) => each.ts === threadTs || each.threadTs === threadTs);
  }
}
