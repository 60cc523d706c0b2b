/**
 * How listeners are registered: each names what it listens to and what it expects, and is given that, parsed. It needs no
 * try/catch: what it throws, and what does not parse, is answered by the error boundary.
 */
import type { App, Context } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import type { z } from 'zod';
import { eventEnvelopeSchema } from './event-payloads.ts';
import {
  type Click,
  type Command,
  clickSchema,
  commandSchema,
  type GlobalShortcut,
  globalShortcutSchema,
  type MessageShortcut,
  messageShortcutSchema,
  readPayload,
  type Submission,
  submissionSchema,
  type ViewClosed,
  viewClosedSchema,
} from './payloads.ts';

/** What every listener is given besides the payload. */
export type Heard = {
  /** `T…`, or `E….T…` where an enterprise stands above: the first part of every key. */
  readonly team: string;
  readonly botUserId: string;
  readonly botId: string;
  readonly correlationId: string;
  /** Aborted when the person was told that it took too long. Check it before saving; give it to what can be stopped. */
  readonly signal: AbortSignal;
  /** How often Slack has delivered this event before; 0 for everything else. */
  readonly retryNum: number;
};

/** Shown to nobody but the person who typed the command. */
export type CommandAnswer = { readonly text: string; readonly blocks?: readonly KnownBlock[] };

/** What becomes of a form: it closes when nothing is answered. https://docs.slack.dev/surfaces/modals#submissions */
export type SubmissionAnswer =
  | { readonly response_action: 'errors'; readonly errors: Readonly<Record<string, string>> }
  | { readonly response_action: 'update' | 'push'; readonly view: ModalView }
  | { readonly response_action: 'clear' };

/**
 * Handles one request. What it returns is the acknowledgement: return when everything is saved. `ack` sends it earlier,
 * for the rare work that a person need not wait for; then what is returned is ignored.
 */
export type Handler<Payload, Answer> = (
  payload: Payload,
  heard: Heard & { readonly ack: (answer?: Answer) => Promise<void> },
) => Promise<Answer | undefined>;

/** Handles one request that has no answer but its acknowledgement. */
export type QuietHandler<Payload> = (
  payload: Payload,
  heard: Heard & { readonly ack: () => Promise<void> },
) => Promise<void>;

/** Handles one event. Resolve when everything it causes is saved: only then is Slack told that it was received. */
export type EventHandler<Payload> = (payload: Payload, heard: Heard & HeardEvent) => Promise<void>;

export type HeardEvent = {
  /** The same when Slack delivers the event again. */
  readonly eventId: string;
  /** Milliseconds, to the second. */
  readonly at: number;
  /** People of other organisations read the channel. */
  readonly isShared: boolean;
};

export interface Listen {
  command(name: string, handler: Handler<Command, CommandAnswer>): void;
  /** A click or choice, in a message, a modal or the home tab; `place` says which. */
  click(actionId: string | RegExp, handler: QuietHandler<Click>): void;
  submission(callbackId: string, handler: Handler<Submission, SubmissionAnswer>): void;
  viewClosed(callbackId: string, handler: QuietHandler<ViewClosed>): void;
  messageShortcut(callbackId: string, handler: QuietHandler<MessageShortcut>): void;
  globalShortcut(callbackId: string, handler: QuietHandler<GlobalShortcut>): void;
  /**
   * Events of one type and, for messages, of one subtype; null means those that no listener of a subtype takes. `schema`
   * reads the inner event.
   */
  event<Schema extends z.ZodType>(
    type: string,
    schema: Schema,
    handler: EventHandler<z.output<Schema>>,
    subtype?: string,
  ): void;
}

/** What Bolt hands to any listener, as far as it is used here. */
type BoltArguments = { readonly body: unknown; readonly context: Context; readonly ack?: unknown };

export function createListen(app: App): Listen {
  const subtypesOf = new Map<string, Set<string>>();

  const request =
    <Schema extends z.ZodType, Answer>(schema: Schema, handler: Handler<z.output<Schema>, Answer>) =>
    async ({ body, context, ack }: BoltArguments): Promise<void> => {
      const send = async (answer?: Answer): Promise<void> => {
        if (typeof ack === 'function') await ack(answer);
      };
      let isAcknowledged = false;
      const acknowledge = (answer?: Answer) => {
        isAcknowledged = true;
        return send(answer);
      };
      const answer = await handler(readPayload(schema, body), { ...heardIn(context), ack: acknowledge });
      if (!isAcknowledged) await send(answer);
    };

  const quiet = <Schema extends z.ZodType>(schema: Schema, handler: QuietHandler<z.output<Schema>>) =>
    request(schema, async (payload: z.output<Schema>, heard): Promise<undefined> => {
      await handler(payload, heard);
      return undefined;
    });

  return {
    command: (name, handler) => app.command(name, request(commandSchema, handler)),
    click: (actionId, handler) =>
      app.action({ type: 'block_actions', action_id: actionId }, quiet(clickSchema, handler)),
    submission: (callbackId, handler) =>
      app.view({ type: 'view_submission', callback_id: callbackId }, request(submissionSchema, handler)),
    viewClosed: (callbackId, handler) =>
      app.view({ type: 'view_closed', callback_id: callbackId }, quiet(viewClosedSchema, handler)),
    messageShortcut: (callbackId, handler) =>
      app.shortcut(
        { type: 'message_action', callback_id: callbackId },
        quiet(messageShortcutSchema, handler),
      ),
    globalShortcut: (callbackId, handler) =>
      app.shortcut({ type: 'shortcut', callback_id: callbackId }, quiet(globalShortcutSchema, handler)),
    event: (type, schema, handler, subtype) => {
      const taken = subtypesOf.get(type) ?? new Set<string>();
      subtypesOf.set(type, taken);
      if (subtype !== undefined) taken.add(subtype);
      app.event(type, async ({ body, context }: BoltArguments) => {
        const { event, eventId, at, isShared } = readPayload(eventEnvelopeSchema, body);
        const given = typeof event.subtype === 'string' ? event.subtype : undefined;
        if (subtype === undefined ? given !== undefined && taken.has(given) : given !== subtype) return;
        await handler(readPayload(schema, event), { ...heardIn(context), eventId, at, isShared });
      });
    },
  };
}

function heardIn(context: Context): Heard {
  const { enterpriseId, teamId, botUserId, botId, correlationId, signal, retryNum } = context;
  return {
    team: [enterpriseId, teamId].filter(Boolean).join('.'),
    botUserId: String(botUserId ?? ''),
    botId: String(botId ?? ''),
    correlationId: String(correlationId),
    signal: signal instanceof AbortSignal ? signal : new AbortController().signal,
    retryNum: retryNum ?? 0,
  };
}
