import type { TrafficEntry } from '../../protocol.ts';

export interface EntryWords {
  /** From the app (`in`) or to it (`out`). */
  readonly direction: 'in' | 'out';
  readonly title: string;
  readonly note: string;
  readonly bad: boolean;
}

function stringAt(value: Readonly<Record<string, unknown>>, key: string): string {
  const found = value[key];
  return typeof found === 'string' ? found : '';
}

function payloadName(payload: Readonly<Record<string, unknown>>): string {
  const { event } = payload;
  if (typeof event === 'object' && event !== null && 'type' in event) return String(event.type);
  const action = payload.actions;
  const first: unknown = Array.isArray(action) ? action[0] : undefined;
  const actionId =
    typeof first === 'object' && first !== null && 'action_id' in first ? String(first.action_id) : '';
  return [
    stringAt(payload, 'command') || stringAt(payload, 'type'),
    stringAt(payload, 'callback_id') || actionId,
  ]
    .filter(Boolean)
    .join(' ');
}

/** One entry of the traffic in a few words. */
export function describeEntry(entry: TrafficEntry): EntryWords {
  switch (entry.kind) {
    case 'call': {
      const error = stringAt(entry.answer, 'error');
      const status = entry.httpStatus === 200 ? '' : `HTTP ${entry.httpStatus || 'none'}`;
      const note = [status, error].filter(Boolean).join(' ') || `ok, ${entry.ms} ms`;
      return { direction: 'in', title: entry.method, note, bad: error !== '' || status !== '' };
    }
    case 'response':
      return {
        direction: 'in',
        title: 'response_url',
        note: entry.httpStatus === 200 ? 'ok' : `HTTP ${entry.httpStatus}`,
        bad: entry.httpStatus !== 200,
      };
    case 'envelope':
      return {
        direction: 'out',
        title: payloadName(entry.payload) || entry.type,
        note: entry.retryAttempt > 0 ? `${entry.type}, retry ${entry.retryAttempt}` : entry.type,
        bad: false,
      };
    case 'ack':
      return {
        direction: 'in',
        title: 'acknowledged',
        note: entry.problem ?? (entry.late ? 'too late' : ''),
        bad: entry.problem !== null || entry.late,
      };
    case 'socket':
      return {
        direction: 'in',
        title: entry.what === 'open' ? 'socket opened' : 'socket closed',
        note: `connection ${entry.connection}`,
        bad: false,
      };
  }
}
