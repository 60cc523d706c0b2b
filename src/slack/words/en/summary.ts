import type { ImpactKind, NoticedBy, Severity } from '../../../domain/severity.ts';
import { common } from './common.ts';
import { screens } from './screens.ts';

/** What the first version of a summary is made of. All of it was answered by the engineer. */
export type SummaryFacts = {
  readonly kinds: readonly ImpactKind[];
  readonly affected: string | null;
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

export const summary = {
  preview: 'A summary for you from Oops.',
  draft: ({ kinds, affected, noticedBy, level, since, helpers }: SummaryFacts) =>
    [
      `Since ${since} we have a problem${affected === null ? '' : ` with ${affected}`}.`,
      `What is known: ${kinds.length === 0 ? 'not much yet' : kinds.map(screens.impact.kindShort).join(', ')}.`,
      noticedBy === 'customers'
        ? 'Customers notice it.'
        : noticedBy === 'colleagues'
          ? 'Only people in the company notice it.'
          : 'Who notices it is not known yet.',
      level === 'unknown' ? 'How serious it is, is not known yet.' : `I take it for ${level}.`,
      helpers.length === 0 ? 'I have asked for help.' : `${helpers.join(' and ')} is helping me.`,
      'I will write again when I know more.',
    ].join('\n'),
  title: (person: string, name: string) => `*A summary from ${person}* · ${name}`,
  sayFirst:
    '*What to say first:* “Thank you for telling me. Are you all right? Is somebody with you?” Questions about why can wait until it is over.',
  facts: (severity: string, since: string) => `${severity} · since ${since}`,
  helpers: (people: string) => `Helping: ${people}`,
  noHelper: 'Somebody has been asked to help.',
  seen: 'Seen',
  seenLine: 'You have marked this as seen. They know.',
  seenNotice: (person: string) => `${person} has read your summary.`,
  refusedNotice: (person: string, reason: string) =>
    `I could not send your summary to ${person}: ${refusals[reason] ?? 'Slack did not accept it'}. Your text is kept. Please choose somebody else, or tell them yourself.`,
  closingOver: (name: string, person: string) => `*${name} is over.* ${person} says so.`,
  closingFine: (name: string) => `*${name} turned out fine.* There is nothing for you to do.`,
  closingFacts: (severity: string, from: string, to: string) => `${severity} · from ${from} to ${to}`,
  closingNext:
    'The review looks for the guardrails that were missing, not for a person to blame. A thank-you for speaking up helps more than you may think.',
  severityOf: (level: Severity) => common.severity(level),
};
