/**
 * The one place where what went wrong becomes an answer to the person, where they are looking, with a reference that is
 * also in the log. Listeners have no try/catch.
 */
import type { ModalView } from '@slack/types';
import type { Logger } from 'pino';
import type { SlackCalls } from './calls.ts';
import { Declined } from './declined.ts';
import { describeError } from './describe-error.ts';
import type { Outcome } from './errors.ts';
import { type Problem, type ProblemReason, type ProblemWords, reasonOf } from './problem.ts';
import { firstInputOf, hasInput, problemModal, withProblem } from './problem-view.ts';
import { type Response, respondTo } from './respond.ts';
import { type Whereabouts, whereaboutsOf } from './whereabouts.ts';

/** How the request is acknowledged, once. */
export interface OnceAck {
  readonly isSent: boolean;
  /** Sends it. False when one was sent already, or the way to Slack is gone. */
  send(answer?: unknown): Promise<boolean>;
}

export type FailedRequest = {
  readonly body: unknown;
  readonly error: unknown;
  /** The correlation id of the request. */
  readonly reference: string;
  readonly ack: OnceAck;
};

export interface ErrorBoundary {
  /** Answers whoever made the request. Never throws; when nobody can be reached, that is logged. */
  answer(request: FailedRequest): Promise<void>;
}

export type ErrorBoundaryParts = {
  readonly calls: SlackCalls;
  readonly words: ProblemWords;
  readonly log: Logger;
  /** For answers to a response_url, milliseconds. */
  readonly respondWithinMs?: number;
};

/** What the person is told. */
type Said = {
  readonly sentence: string;
  /** The field it is about. */
  readonly blockId: string | undefined;
  /** The small window with the sentence, for where nothing else can show it. */
  readonly window: () => ModalView;
};

/** One way of showing the sentence; false when it did not work and the next is to be tried. */
type Way = (at: Whereabouts, said: Said) => Promise<boolean>;

export function createErrorBoundary(parts: ErrorBoundaryParts): ErrorBoundary {
  const { calls, words, log, respondWithinMs = 2000 } = parts;

  const respond: Way = async ({ responseUrl, threadTs }, { sentence }) => {
    if (responseUrl === undefined) return false;
    const response: Response = {
      response_type: 'ephemeral',
      replace_original: false,
      text: sentence,
      ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
    };
    return succeeded(await respondTo(responseUrl, response, respondWithinMs));
  };

  const whisper: Way = async ({ channel, user, threadTs }, { sentence }) => {
    if (channel === undefined || user === undefined) return false;
    const message = { channel, user, thread_ts: threadTs, text: sentence };
    const outcome = await calls.attempt('chat.postEphemeral', { waiting: 'person', channel }, (client) =>
      client.chat.postEphemeral(message),
    );
    return succeeded(outcome);
  };

  const writeToThem: Way = async ({ user }, { sentence }) => {
    if (user === undefined) return false;
    const outcome = await calls.attempt('chat.postMessage', { waiting: 'person', channel: user }, (client) =>
      client.chat.postMessage({ channel: user, text: sentence }),
    );
    return succeeded(outcome);
  };

  const bannerInView: Way = async ({ view }, { sentence }) => {
    const shown = view === undefined ? undefined : withProblem(view, sentence);
    if (view === undefined || shown === undefined) return false;
    const outcome = await calls.attempt('views.update', { waiting: 'person' }, (client) =>
      client.views.update({ view_id: view.id, hash: view.hash, view: shown }),
    );
    return succeeded(outcome);
  };

  function saidOf(error: unknown, problem: Problem): Said {
    const declined = error instanceof Declined ? error : undefined;
    const sentence = declined?.sentence ?? words.sentence(problem);
    const parts = () => ({ title: words.title(problem), sentence, close: words.close(problem) });
    return { sentence, blockId: declined?.blockId, window: () => problemModal(parts()) };
  }

  const openWindow: Way = async ({ triggerId }, { window }) => {
    if (triggerId === undefined) return false;
    const outcome = await calls.attempt('views.open', { waiting: 'person' }, (client) =>
      client.views.open({ trigger_id: triggerId, view: window() }),
    );
    return succeeded(outcome);
  };

  const pushWindow: Way = async ({ triggerId }, { window }) => {
    if (triggerId === undefined) return false;
    const outcome = await calls.attempt('views.push', { waiting: 'person' }, (client) =>
      client.views.push({ trigger_id: triggerId, view: window() }),
    );
    return succeeded(outcome);
  };

  /** The answer that goes with the acknowledgement: undefined for a plain one. */
  function ackAnswer({ kind, view }: Whereabouts, { sentence, blockId, window }: Said): unknown {
    if (kind === 'command') return { response_type: 'ephemeral', text: sentence };
    if (kind === 'options') return { options: [] };
    if (kind !== 'submission' || view === undefined) return undefined;
    const field = hasInput(view, blockId) ? blockId : firstInputOf(view);
    if (field !== undefined) return { response_action: 'errors', errors: { [field]: sentence } };
    return { response_action: 'update', view: withProblem(view, sentence) ?? window() };
  }

  /** After the acknowledgement, in order; for a command or submission only when that could not carry the answer. */
  function waysFor(at: Whereabouts): readonly Way[] {
    switch (at.kind) {
      case 'command':
      case 'click_in_message':
      case 'message_shortcut':
        return [respond, whisper, writeToThem];
      case 'click_in_view':
        return [bannerInView, pushWindow, writeToThem];
      case 'click_in_home':
      case 'global_shortcut':
        return [openWindow, writeToThem];
      case 'submission':
      case 'unknown':
        return [respond, writeToThem];
      case 'event':
      case 'view_closed':
      case 'options':
        return [];
    }
  }

  async function show(at: Whereabouts, said: Said, ack: OnceAck): Promise<boolean> {
    const answer = ackAnswer(at, said);
    const acknowledged = await ack.send(answer);
    const ways = waysFor(at);
    if ((acknowledged && answer !== undefined) || ways.length === 0) return true;
    for (const way of ways) if (await way(at, said)) return true;
    return false;
  }

  return {
    async answer({ body, error, reference, ack }) {
      const at = whereaboutsOf(body);
      const { kind, user, typed } = at;
      const problem: Problem = { reason: reasonOf(error), kind, reference, user, typed };
      const line = { reference, reason: problem.reason, kind: at.kind };
      if (problem.reason === 'declined') log.info(line, 'a request was declined');
      else
        log[levelOf(problem.reason)]({ ...line, err: describeError(error) }, 'a request could not be served');
      try {
        if (await show(at, saidOf(error, problem), ack)) return;
        log.error({ reference, kind: at.kind }, 'and the person could not be told');
      } catch (failure) {
        log.error({ reference, kind: at.kind, err: describeError(failure) }, 'and telling the person failed');
      }
    },
  };
}

const succeeded = (outcome: Outcome<unknown>): boolean => outcome.ok;

function levelOf(reason: ProblemReason): 'error' | 'warn' | 'info' {
  if (reason === 'expired' || reason === 'declined') return 'info';
  return reason === 'too_slow' || reason === 'slack_failed' ? 'warn' : 'error';
}
