/**
 * Bolt's app, with the order turned round: Bolt acknowledges an event before its listeners run, so that one whose process
 * dies is lost. Here an event is acknowledged when everything it caused is done, and not at all when that failed: Slack
 * delivers it again. Commands, clicks and submissions are acknowledged by their listeners, within a deadline.
 */
import { App, type AppOptions, type ReceiverEvent } from '@slack/bolt';
import type { Logger } from 'pino';
import { type CorrelationScope, newCorrelationId } from './correlation.ts';
import { withDeadline } from './deadline.ts';
import { describeError } from './describe-error.ts';
import type { ErrorBoundary, OnceAck } from './error-boundary.ts';
import type { InFlight } from './in-flight.ts';
import { UnreadablePayload } from './payloads.ts';
import { UnknownControl } from './problem.ts';
import { type RequestKind, whereaboutsOf } from './whereabouts.ts';

export type RequestHandling = {
  readonly boundary: ErrorBoundary;
  readonly correlation: CorrelationScope;
  readonly inFlight: InFlight;
  readonly log: Logger;
  readonly now: () => number;
  /** How soon a command, click or submission is answered, whatever happens. Slack shows its own error after 3 s. */
  readonly answerWithinMs: number;
};

/** The request was not acknowledged on purpose. HTTP answers it with an error, a socket with silence. */
export class LeftToSlack extends Error {
  readonly code = 'left_to_slack';
}

/** Slack delivers an event at most three times again. https://docs.slack.dev/apis/events-api/#retries */
const lastRetry = 3;

export class AcknowledgedApp extends App {
  readonly #handling: RequestHandling;

  constructor(options: AppOptions, handling: RequestHandling) {
    super(options);
    this.#handling = handling;
    // Bolt would log the error and, with it, what it quotes. It is answered for below.
    this.error(async (error) => {
      throw originalOf(error);
    });
  }

  /** Rejects only with {@link LeftToSlack}; everything else has been answered and logged. */
  override async processEvent(event: ReceiverEvent): Promise<void> {
    const { correlation, inFlight, now } = this.#handling;
    const id = newCorrelationId(now());
    const { kind } = whereaboutsOf(event.body);
    const handle = () =>
      kind === 'event' ? this.#handleEvent(event, id) : this.#handleRequest(event, id, kind);
    await correlation.run(id, () => inFlight.track(handle()));
  }

  async #handleEvent(event: ReceiverEvent, id: string): Promise<void> {
    const { log } = this.#handling;
    try {
      await super.processEvent(
        withContext({ ...event, ack: async () => {} }, id, new AbortController().signal),
      );
    } catch (error) {
      const retryNum = event.retryNum ?? 0;
      const line = { reference: id, retryNum, err: describeError(error) };
      if (error instanceof UnreadablePayload) {
        // Delivered again it would be no easier to read.
        log.error(line, 'an event could not be read');
      } else if (retryNum >= lastRetry) {
        log.error(line, 'an event failed and will not be delivered again');
        throw new LeftToSlack();
      } else {
        log.warn(line, 'an event failed; slack will deliver it again');
        throw new LeftToSlack();
      }
    }
    try {
      await event.ack();
    } catch (error) {
      log.warn(
        { reference: id, err: describeError(error) },
        'an event could not be acknowledged; slack will deliver it again',
      );
      throw new LeftToSlack();
    }
  }

  async #handleRequest(event: ReceiverEvent, id: string, kind: RequestKind): Promise<void> {
    const { boundary, log, answerWithinMs } = this.#handling;
    const ack = onceAck(event, log, id);
    const { result, ended } = withDeadline(
      answerWithinMs,
      (signal) => {
        const ackOnce = async (answer: unknown) => void (await ack.send(answer));
        return super.processEvent(withContext({ ...event, ack: ackOnce }, id, signal));
      },
      () => ack.isSent,
    );
    try {
      await result;
      if (!ack.isSent) throw new UnknownControl(kind);
    } catch (error) {
      if (kind === 'view_closed' && error instanceof UnknownControl) await ack.send();
      else await boundary.answer({ body: event.body, error, reference: id, ack });
    }
    await ended;
  }
}

/** What listeners find in Bolt's context besides Bolt's own. */
export type RequestContext = {
  readonly correlationId: string;
  /** Aborted when the person was told that it took too long: nothing may be saved any more. */
  readonly signal: AbortSignal;
};

function withContext(event: ReceiverEvent, correlationId: string, signal: AbortSignal): ReceiverEvent {
  const context: RequestContext = { correlationId, signal };
  return { ...event, customProperties: { ...event.customProperties, ...context } };
}

function onceAck(event: ReceiverEvent, log: Logger, reference: string): OnceAck {
  let isSent = false;
  return {
    get isSent() {
      return isSent;
    },
    async send(answer) {
      if (isSent) {
        if (answer !== undefined) log.info({ reference }, 'an answer came after another one');
        return false;
      }
      isSent = true;
      try {
        await event.ack(answer);
        return true;
      } catch (error) {
        log.warn({ reference, err: describeError(error) }, 'an answer could not be sent');
        return false;
      }
    },
  };
}

/** Bolt wraps what it does not know, and collects where several listeners failed. */
function originalOf(
  error: Error & { readonly original?: Error; readonly originals?: readonly Error[] },
): Error {
  return error.originals?.[0] ?? error.original ?? error;
}
