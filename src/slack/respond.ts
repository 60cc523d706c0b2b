/** Answers to a `response_url`: five within half an hour of a command or click. Bolt's `respond` has no deadline. */
import { classifyStatus, NetworkError, type Outcome } from './errors.ts';

export type Response = {
  readonly text: string;
  readonly blocks?: readonly object[];
  readonly replace_original?: boolean;
  readonly delete_original?: boolean;
  readonly thread_ts?: string;
  readonly response_type?: 'ephemeral' | 'in_channel';
};

/**
 * Posts once, within `deadlineMs`. Slack answers 200 and `ok`; 404 or an error in the body means that the address is used
 * up or too old, which is `refused`. Never throws.
 */
export async function respondTo(
  responseUrl: string,
  response: Response,
  deadlineMs: number,
): Promise<Outcome<void>> {
  try {
    const answer = await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(response),
      redirect: 'error',
      signal: AbortSignal.timeout(deadlineMs),
    });
    const body = await answer.text();
    if (!answer.ok) return { ok: false, failure: classifyStatus(answer.status) };
    const code = /"error":\s*"([\w.:-]{1,80})"/.exec(body)?.[1];
    if (code !== undefined) return { ok: false, failure: { kind: 'refused', code } };
    return { ok: true, value: undefined };
  } catch (error) {
    return { ok: false, failure: new NetworkError(error).failure };
  }
}
