import type { TrafficEntry } from '../../protocol.ts';
import { at, type Json, nameOfPayload, placesOf, text } from './payload-facts.ts';

export const rowKinds = {
  event: 'Events',
  command: 'Commands',
  action: 'Clicks and forms',
  call: 'Calls',
  answer: 'Response URLs',
  socket: 'Sockets',
} as const;
export type RowKind = keyof typeof rowKinds;

/** What one of them is called. */
export const rowKindWords = {
  event: 'Event',
  command: 'Command',
  action: 'Click or form',
  call: 'Call',
  answer: 'Response URL',
  socket: 'Socket',
} as const satisfies Readonly<Record<RowKind, string>>;

/** One line of the traffic. An envelope and its acknowledgement are one. */
export interface TrafficRow {
  readonly n: number;
  /** Milliseconds on the sandbox's clock. */
  readonly at: number;
  readonly kind: RowKind;
  /** `in` is from the app to Slack, `out` from Slack to the app. */
  readonly direction: 'in' | 'out';
  readonly title: string;
  /** Ids of users and conversations that it concerns. */
  readonly places: readonly string[];
  readonly result: string;
  /** Milliseconds; null when it is not known or not over. */
  readonly ms: number | null;
  readonly bad: boolean;
  /** What can be read in full, by name. */
  readonly parts: readonly (readonly [string, unknown])[];
}

type Envelope = Extract<TrafficEntry, { kind: 'envelope' }>;
type Ack = Extract<TrafficEntry, { kind: 'ack' }>;
type Call = Extract<TrafficEntry, { kind: 'call' }>;

const envelopeKinds = { events_api: 'event', slash_commands: 'command', interactive: 'action' } as const;

function callRow(entry: Call): TrafficRow {
  const error = text(entry.answer, 'error');
  const status =
    entry.httpStatus === 200 ? '' : entry.httpStatus === 0 ? 'no answer' : `HTTP ${entry.httpStatus}`;
  return {
    ...{ n: entry.n, at: entry.at, ms: entry.ms },
    kind: 'call',
    direction: 'in',
    title: entry.method,
    places: placesOf(entry.args),
    result: [status, error].filter(Boolean).join(' ') || 'ok',
    bad: error !== '' || status !== '',
    parts: [
      ['Arguments', entry.args],
      ['Answer', entry.answer],
    ],
  };
}

function ackResult(ack: Ack | undefined): string {
  if (!ack) return 'waiting';
  if (ack.problem !== null) return ack.problem;
  if (ack.late) return 'acknowledged too late';
  const action = at(ack.payload, 'response_action');
  return typeof action === 'string' ? action : 'acknowledged';
}

function envelopeRow(entry: Envelope, ack: Ack | undefined): TrafficRow {
  const retry = entry.retryAttempt > 0 ? ` · retry ${entry.retryAttempt}` : '';
  const payload: Json = entry.payload;
  return {
    ...{ n: entry.n, at: entry.at },
    ms: ack ? ack.at - entry.at : null,
    kind: envelopeKinds[entry.type],
    direction: 'out',
    title: `${nameOfPayload(payload) || entry.type}${retry}`,
    places: placesOf(payload),
    result: ackResult(ack),
    bad: ack !== undefined && (ack.problem !== null || ack.late),
    parts: [['Payload', payload], ...(ack ? [['Acknowledgement', ack.payload ?? null] as const] : [])],
  };
}

function ackAlone(entry: Ack): TrafficRow {
  return {
    ...{ n: entry.n, at: entry.at, ms: null, kind: 'event', direction: 'in', places: [] },
    title: 'acknowledgement',
    result: ackResult(entry),
    bad: entry.problem !== null || entry.late,
    parts: [['Acknowledgement', entry.payload ?? null]],
  };
}

function responseRow(entry: Extract<TrafficEntry, { kind: 'response' }>): TrafficRow {
  const bad = entry.httpStatus !== 200;
  return {
    ...{ n: entry.n, at: entry.at, ms: null, kind: 'answer', direction: 'in', places: [] },
    title: 'response_url',
    result: bad ? `HTTP ${entry.httpStatus}` : 'ok',
    bad,
    parts: [
      ['Body', entry.body],
      ['Answer', entry.answer],
    ],
  };
}

function socketRow(entry: Extract<TrafficEntry, { kind: 'socket' }>): TrafficRow {
  return {
    ...{ n: entry.n, at: entry.at, ms: null, kind: 'socket', direction: 'in', places: [], bad: false },
    title: entry.what === 'open' ? 'socket opened' : 'socket closed',
    result: `number ${entry.connection}`,
    parts: [],
  };
}

/** The lines of the traffic, oldest first. */
export function trafficRows(entries: readonly TrafficEntry[]): TrafficRow[] {
  const acks = new Map<string, Ack>();
  const sent = new Set<string>();
  for (const entry of entries) {
    if (entry.kind === 'ack') acks.set(entry.envelopeId, entry);
    if (entry.kind === 'envelope') sent.add(entry.envelopeId);
  }
  const rowOf = (entry: TrafficEntry): TrafficRow | null => {
    switch (entry.kind) {
      case 'call':
        return callRow(entry);
      case 'envelope':
        return envelopeRow(entry, acks.get(entry.envelopeId));
      case 'ack':
        return sent.has(entry.envelopeId) ? null : ackAlone(entry);
      case 'response':
        return responseRow(entry);
      case 'socket':
        return socketRow(entry);
    }
  };
  return entries.map(rowOf).filter((row) => row !== null);
}

/** Does a line fit what somebody looks for? Every word has to be in it somewhere. */
export function fits(row: TrafficRow, names: string, wanted: string): boolean {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const hay =
    `${row.title} ${row.result} ${rowKinds[row.kind]} ${names} ${JSON.stringify(row.parts)}`.toLowerCase();
  return words.every((word) => hay.includes(word));
}
