/**
 * Events, interactions and commands as signed requests to one address of the app.
 * https://docs.slack.dev/apis/events-api/using-http-request-urls
 */
import { randomUUID } from 'node:crypto';
import { signingSecret } from '../credentials.ts';
import type { Json } from '../world/state.ts';
import type { World } from '../world/world.ts';
import type { Delivery, Envelope, Receipt } from './delivery.ts';
import { type Posted, signedPost } from './signed-post.ts';

const form = 'application/x-www-form-urlencoded';

export class HttpDelivery implements Delivery {
  readonly timeoutReason = 'http_timeout';
  readonly #world: World;
  readonly #url: URL;
  readonly #late = new Set<string>();
  readonly #end = new AbortController();
  #verified = false;
  #listeners: (() => void)[] = [];

  /** @throws Error when `url` is no http(s) address */
  constructor(world: World, url: string) {
    this.#world = world;
    this.#url = new URL(url);
    if (!/^https?:$/.test(this.#url.protocol)) throw new Error(`${url} is not an http address.`);
  }

  /** 1 once the address has been verified. */
  get count(): number {
    return this.#verified ? 1 : 0;
  }

  available(): boolean {
    return this.#verified;
  }

  /**
   * Asks the app to repeat a challenge, as Slack does when the address is entered. Until then no event is sent.
   * https://docs.slack.dev/reference/events/url_verification
   * @returns null, or why the address is not accepted
   */
  async verify(): Promise<string | null> {
    const challenge = randomUUID();
    const body = JSON.stringify({ token: 'sandbox-verification-token', challenge, type: 'url_verification' });
    const answer = await this.#post('application/json', body).catch((error: unknown) =>
      error instanceof Error ? error.message : String(error),
    );
    if (typeof answer === 'string') return `nobody answers at ${this.#url.href}: ${answer}`;
    if (answer.status !== 200) return `${this.#url.href} answered ${answer.status}`;
    if (!answer.text.includes(challenge)) return `${this.#url.href} did not repeat the challenge`;
    this.#verified = true;
    for (const listener of this.#listeners) listener();
    this.#world.changed([]);
    return null;
  }

  send(envelope: Envelope, receipt: Receipt): boolean {
    if (envelope.type === 'events_api' && !this.#verified) return false;
    this.#world.traffic.add({
      kind: 'envelope',
      envelopeId: envelope.id,
      type: envelope.type,
      connection: 0,
      retryAttempt: envelope.retry?.attempt ?? 0,
      payload: structuredClone(envelope.payload),
    });
    const headers: Record<string, string> = envelope.retry
      ? {
          'x-slack-retry-num': String(envelope.retry.attempt),
          'x-slack-retry-reason': envelope.retry.reason,
        }
      : {};
    const { type, body } = encoded(envelope);
    this.#post(type, body, headers).then(
      (answer) => this.#answered(envelope, receipt, answer),
      () => this.#late.has(envelope.id) || receipt.lost({ reason: 'connection_failed', retry: true }),
    );
    return true;
  }

  giveUp(envelopeId: string): void {
    this.#late.add(envelopeId);
  }

  onAvailable(listener: () => void): void {
    this.#listeners.push(listener);
  }

  /** Ends what is under way. */
  close(): void {
    this.#late.clear();
    this.#end.abort();
  }

  #post(type: string, body: string, headers: Record<string, string> = {}): Promise<Posted> {
    return signedPost(this.#url, { secret: signingSecret, type, body, headers, signal: this.#end.signal });
  }

  #answered(envelope: Envelope, receipt: Receipt, answer: Posted): void {
    const late = this.#late.delete(envelope.id);
    const isGood = answer.status >= 200 && answer.status < 300;
    const payload = isGood && envelope.acceptsResponse ? answerOf(answer) : {};
    if (!isGood && !late) receipt.lost({ reason: 'http_error', retry: !answer.noRetry });
    const problem = isGood
      ? late
        ? null
        : receipt.acknowledged(payload)
      : `the app answered ${answer.status}`;
    this.#world.traffic.add({ kind: 'ack', envelopeId: envelope.id, late, payload, problem });
  }
}

/** Events are JSON; a command is a form; what people do with blocks and views is JSON in a form's `payload`. */
function encoded({ type, payload }: Envelope): { type: string; body: string } {
  if (type === 'events_api') return { type: 'application/json', body: JSON.stringify(payload) };
  if (type === 'interactive')
    return { type: form, body: String(new URLSearchParams({ payload: JSON.stringify(payload) })) };
  const fields = Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]));
  return { type: form, body: String(new URLSearchParams(fields)) };
}

/** What the body of an answer says: nothing, JSON, or plain text, which is a message. */
function answerOf({ type, text }: Posted): Json | string {
  if (text.trim() === '') return {};
  if (!type.startsWith('application/json')) return { text };
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : text;
  } catch {
    return text;
  }
}
