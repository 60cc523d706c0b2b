import type { YesNoUnknown } from '../../../domain/identifiers.ts';
import type { ImpactKind, NoticedBy, Severity } from '../../../domain/severity.ts';
import { common } from './common.ts';
import { listed, listedAre } from './people.ts';
import { screens } from './screens.ts';

/** What the first version of a summary is made of. All of it was answered by the engineer. */
export type SummaryFacts = {
  readonly kinds: readonly ImpactKind[];
  readonly affected: string | null;
  readonly stillHappening: YesNoUnknown | null;
  readonly noticedBy: NoticedBy | null;
  readonly level: Severity;
  readonly since: string;
  readonly helpers: readonly string[];
};

const refusals: Readonly<Record<string, string>> = {
  user_disabled: 'their account is not active any more',
  cannot_dm_bot: 'that is an app, not a person',
  user_not_found: 'Slack does not know this person',
  messages_tab_disabled: 'messages from apps are switched off',
};

const noticed: Record<NoticedBy, string> = {
  customers: 'Customers notice it.',
  colleagues: 'Only people in the company notice it.',
  nobody: 'Nobody has noticed it, as far as I know.',
  unknown: 'Who notices it is not known yet.',
};

/** Only what is known: "I don't know" is no news for a manager. */
const ongoing: Record<YesNoUnknown, readonly string[]> = {
  yes: ['It is still happening.'],
  no: ['It is not happening any more.'],
  unknown: [],
};

const seriousness: Record<Severity, string> = {
  SEV1: 'It looks very serious (SEV1).',
  SEV2: 'It looks serious (SEV2).',
  SEV3: 'It looks limited (SEV3).',
  SEV4: 'It looks small (SEV4).',
  unknown: 'How serious it is, is not known yet.',
};

export const summary = {
  preview: 'A summary for you from Oops.',
  previewNews: 'Oops: news about your summary.',
  draft: ({ kinds, affected, stillHappening, noticedBy, level, since, helpers }: SummaryFacts) =>
    [
      `Since ${since} we have had a problem${affected === null ? '' : ` with ${affected}`}.`,
      `What is known: ${kinds.length === 0 ? 'not much yet' : kinds.map(screens.impact.kindShort).join(', ')}.`,
      ...ongoing[stillHappening ?? 'unknown'],
      noticed[noticedBy ?? 'unknown'],
      seriousness[level],
      helpers.length === 0 ? 'I have asked for help.' : `${listedAre(helpers)} helping me.`,
      'I will write again when I know more.',
    ].join('\n'),
  title: (person: string, name: string) => `*A summary from ${person}* · ${name}`,
  sayFirst:
    '*What to say first:* “Thank you for telling me. Are you all right? Is somebody with you?” Questions about why can wait until it is over.',
  facts: (severity: string, since: string) => `${severity} · since ${since}`,
  factsTitle: (person: string, name: string) => `*The facts of ${name}* · ${person}`,
  ranOut: (person: string) =>
    `${person} wanted to tell you about this themselves. That time has passed, so I send you the facts. They may still be busy with it.`,
  kinds: (kinds: readonly string[]) =>
    `*What kind:* ${kinds.length === 0 ? 'not known yet' : kinds.join(', ')}`,
  over: (time: string) => `Over since ${time}`,
  fine: 'It turned out fine.',
  helpers: (people: readonly string[]) => `Helping: ${listed(people)}`,
  helped: (people: readonly string[]) => `Helped: ${listed(people)}`,
  noHelper: 'Somebody has been asked to help.',
  seen: 'Seen',
  seenLine: 'You have marked this as seen. They know.',
  seenNotice: (person: string) => `${person} has read your summary.`,
  refusedNotice: (person: string, reason: string) =>
    reason === 'unsure_and_unreadable'
      ? `I do not know whether your summary reached ${person}.`
      : `I could not send your summary to ${person}: ${refusals[reason] ?? 'Slack did not accept it'}.`,
  refusedNext: 'Your text is kept. You can send it to somebody else, or tell them yourself.',
  refusedOver: 'Please tell them yourself.',
  previewUpdate: 'Oops: something has changed.',
  updateTitle: (person: string, name: string) => `*News of ${name}* · ${person}`,
  updateReopened: (level: string) => `It is open again. Severity: ${level}.`,
  updateSeverity: (level: string, reason: string) => `Severity is now: ${level}, because ${reason}.`,
  updateNext: 'There is nothing you have to do. You hear again when something changes, and when it is over.',
  closingOver: (name: string, person: string) =>
    `*${name} is over.* It is what ${person} wrote to you about.`,
  closingFine: (name: string) => `*${name} turned out fine.* There is nothing for you to do.`,
  closingFacts: (severity: string, from: string, to: string) => `${severity} · from ${from} to ${to}`,
  closingNext:
    'The review looks for the guardrails that were missing, not for a person to blame. Please thank them for telling you.',
  severityOf: (level: Severity) => common.severity(level),
};
