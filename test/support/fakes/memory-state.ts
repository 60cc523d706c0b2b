import { conversationKey } from '../../../src/app/conversation.ts';
import type { OpenScreen } from '../../../src/app/open-screens.ts';
import type { NewJob, NewMessage, NewWords } from '../../../src/app/ports.ts';
import type { Settings } from '../../../src/app/settings.ts';
import type { IncidentEvent } from '../../../src/domain/events.ts';
import type { Circle } from '../../../src/domain/ladder.ts';
import type { Offer } from '../../../src/domain/offer.ts';

/** A message as the database would keep it. */
export type MessageRow = NewMessage & {
  readonly sequence: number;
  state: 'queued' | 'sending' | 'sent' | 'refused' | 'withdrawn';
  wanted: number;
  shown: number;
  digest: string | null;
  channel: string | null;
  ts: string | null;
  attempts: number;
  attemptedAt: number | null;
  nextAt: number;
  failure: string | null;
  readonly createdAt: number;
  /** As after a return to an older release. */
  unreadable?: boolean;
};

export type IncidentRow = {
  readonly team: string;
  readonly id: string;
  readonly number: number;
  readonly engineer: string;
  readonly under: string | null;
  status: string;
  readonly events: IncidentEvent[];
};

/** Everything that is committed, or the copy of it that one transaction sees. Plain data, so that it can be cloned. */
export type MemoryState = {
  readonly numbers: Map<string, number>;
  readonly incidents: Map<string, IncidentRow>;
  readonly words: (NewWords & { readonly team: string; readonly incident: string })[];
  readonly messages: MessageRow[];
  readonly offers: Map<string, Offer>;
  readonly inbox: Map<string, { readonly answer: string; readonly at: number }>;
  readonly circles: Map<string, Circle>;
  readonly settings: Map<string, Settings>;
  readonly watched: Map<string, 'auto' | 'ask' | 'off'>;
  readonly jobs: Map<string, NewJob>;
  /** By incident and user, then by field. */
  readonly drafts: Map<string, Map<string, string>>;
  /** By incident, then by user. */
  readonly screens: Map<string, Map<string, OpenScreen>>;
};

export const emptyState = (): MemoryState => ({
  ...{ numbers: new Map(), incidents: new Map(), words: [], messages: [], offers: new Map() },
  ...{ inbox: new Map(), circles: new Map(), watched: new Map(), jobs: new Map() },
  ...{ drafts: new Map(), screens: new Map(), settings: new Map() },
});

export const keyOf = (team: string, id: string): string => `${team}/${id}`;

/** What makes a job take the place of another. */
export function jobKey(job: NewJob): string {
  if (job.task === 'deliver') return `deliver:${job.team}:${conversationKey(job.conversation)}`;
  if (job.task === 'screens') return `screens:${job.team}:${job.incident}`;
  if (job.task === 'room') return `room:${job.team}:${job.incident}`;
  return `wake:${job.team}:${job.incident}:${job.key}`;
}
