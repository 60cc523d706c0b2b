/** What Slack answered when it said no. */
import { WebAPIPlatformError } from '@slack/web-api';

/** Awaits a call that must be refused; answers its error code and the lines of `response_metadata.messages`. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ error: string; messages: string[]; data: object }> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError)) throw error;
    const data: Record<string, unknown> = { ...error.data };
    const meta: unknown = data.response_metadata;
    const lines =
      typeof meta === 'object' && meta !== null && 'messages' in meta && Array.isArray(meta.messages)
        ? meta.messages.map(String)
        : [];
    return { error: error.data.error, messages: lines, data };
  }
  throw new Error('the call was not refused');
}
