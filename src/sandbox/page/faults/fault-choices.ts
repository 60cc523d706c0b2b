import { untilCleared } from '../../protocol/until-cleared.ts';
import type { AdminActionInput, Fault, FaultInput, Policy } from '../../protocol.ts';

/** Something that can go wrong, as it is offered. */
export interface FaultChoice {
  readonly title: string;
  /** What happens then, in one line. */
  readonly words: string;
  readonly fault: FaultInput;
  /** It holds until it is switched off, and cannot happen only once. */
  readonly lasting?: true;
}

export interface FaultGroup {
  readonly title: string;
  readonly choices: readonly FaultChoice[];
}

/** Something that happens at once and is over then. */
export interface FaultDeed {
  readonly title: string;
  readonly words: string;
  readonly button: string;
  readonly action: AdminActionInput;
}

/** @param app what the app is called */
export function faultGroups(app: string): readonly FaultGroup[] {
  return [
    {
      title: `When ${app} calls Slack`,
      choices: [
        {
          title: 'Slack is slow',
          words: 'A call waits four seconds before anything happens.',
          fault: { fault: 'slow', method: '*', ms: 4_000, when: 'before' },
        },
        {
          title: 'Too many calls',
          words: `A call is refused; ${app} shall wait five seconds.`,
          fault: { fault: 'rate_limit', method: '*', retryAfterSeconds: 5 },
        },
        {
          title: 'Slack is down',
          words: 'A call is answered with an error, and nothing is done.',
          fault: { fault: 'http_error', method: '*', status: 503 },
        },
        {
          title: 'The answer is lost',
          words: `A message is posted, but ${app} does not hear of it.`,
          fault: { fault: 'lost_answer', method: 'chat.postMessage' },
        },
        {
          title: 'A message is refused',
          words: 'Nothing is posted: the channel is archived, says Slack.',
          fault: { fault: 'slack_error', method: 'chat.postMessage', error: 'is_archived' },
        },
        {
          title: 'A window comes too late',
          words: 'No window opens: the click is too long ago.',
          fault: { fault: 'slack_error', method: 'views.open', error: 'expired_trigger_id' },
        },
        {
          title: 'A permission is missing',
          words: `${app} may not make private channels.`,
          fault: { fault: 'remove_scope', scope: 'groups:write' },
          lasting: true,
        },
        {
          title: 'Quiet hours unknown',
          words: 'Slack does not tell who is on do-not-disturb.',
          fault: { fault: 'missing_method', method: 'dnd.info' },
          lasting: true,
        },
      ],
    },
    {
      title: `When Slack tells ${app} something`,
      choices: [
        {
          title: 'An event comes twice',
          words: 'Slack sends the same event again.',
          fault: { fault: 'event', what: 'duplicate' },
        },
        {
          title: 'An event comes late',
          words: 'It arrives ten seconds after it happened.',
          fault: { fault: 'event', what: 'delay', ms: 10_000 },
        },
        {
          title: 'An event is lost',
          words: `${app} never hears of it.`,
          fault: { fault: 'event', what: 'drop' },
        },
      ],
    },
  ];
}

/** Something that the workspace's owners may forbid. */
export interface Forbidding {
  readonly title: string;
  readonly words: string;
  readonly policy: keyof Policy;
}

export const forbiddings: readonly Forbidding[] = [
  { title: 'No new channels', words: 'Only admins may make channels.', policy: 'createChannels' },
  { title: 'No group DMs', words: 'A conversation has two people, or is a channel.', policy: 'groupDms' },
  { title: 'No files', words: 'Nobody may upload a file.', policy: 'fileUploads' },
];

/** How many things are wrong, or waiting to be. */
export function activeCount(faults: readonly Fault[], policy: Policy): number {
  return faults.length + forbiddings.filter((each) => !policy[each.policy]).length;
}

/** @param app what the app is called */
export function faultDeeds(app: string): readonly FaultDeed[] {
  return [
    {
      title: 'Cut the connection',
      words: `Every socket of ${app} breaks. It has to come back by itself.`,
      button: 'Cut now',
      action: { do: 'sockets', how: 'drop' },
    },
    {
      title: 'Send the last event again',
      words: 'As Slack does when an answer got lost.',
      button: 'Send again',
      action: { do: 'redeliver' },
    },
  ];
}

/** Equal but for how often, and but for what was left out when it was asked for. */
export function isFault(active: Fault, wanted: FaultInput): boolean {
  const has = new Map<string, unknown>(Object.entries(active));
  const same = Object.entries(wanted).every(([key, value]) => key === 'times' || has.get(key) === value);
  return (
    same && (wanted.fault !== 'event' || active.fault !== 'event' || active.eventType === wanted.eventType)
  );
}

/** How it stands with faults of a kind: off, so many times more, or until it is switched off. */
export function standingOf(active: readonly Fault[], wanted: FaultInput): 'off' | 'lasting' | number {
  const found = active.filter((each) => isFault(each, wanted));
  if (found.length === 0) return 'off';
  const times = found.reduce((sum, each) => sum + ('times' in each ? each.times : untilCleared), 0);
  return times > untilCleared / 2 ? 'lasting' : times;
}

/** `next call`, `next 3 events`. */
export function waitsFor(times: number, wanted: FaultInput): string {
  const unit = wanted.fault === 'event' ? 'event' : 'call';
  return times === 1 ? `Waits for the next ${unit}.` : `Waits for the next ${times} ${unit}s.`;
}
