import type { EventBody, IncidentEvent } from './events.ts';
import type { Incident, SummaryState } from './incident.ts';
import { isSerious } from './severity.ts';

export type SummaryEvent = Extract<
  EventBody,
  {
    type:
      | 'summary_written'
      | 'summary_asked_for'
      | 'summary_delivered'
      | 'summary_refused'
      | 'summary_seen'
      | 'summary_approved'
      | 'summary_remarked'
      | 'manager_told'
      | 'own_word_reminded'
      | 'own_word_ran_out'
      | 'manager_updated';
  }
>;

/** The incident after something happened to the summary for the manager. */
export function evolveSummary(incident: Incident, body: SummaryEvent, event: IncidentEvent): Incident {
  const { summary } = incident;
  if (body.type === 'summary_written') return written(incident, body, event);
  if (summary === null) return incident;
  const change = (part: Partial<SummaryState>): Incident => ({
    ...incident,
    summary: { ...summary, ...part },
  });
  switch (body.type) {
    case 'summary_asked_for':
      return change({ state: 'sending', knows: incident.severity.level, changedAt: null });
    case 'summary_delivered':
      return change({ state: 'delivered', paused: body.paused });
    case 'summary_refused':
      return change({ state: 'refused' });
    case 'summary_seen':
      return change({ state: 'seen' });
    case 'summary_approved':
      return change({ approvedBy: event.actor });
    case 'summary_remarked': {
      const remark = { by: event.actor ?? '', words: body.words };
      return change({ remarks: [...summary.remarks.filter(({ by }) => by !== remark.by), remark] });
    }
    case 'manager_told':
      return change({ state: 'told' });
    case 'own_word_reminded':
      return change({ ownWord: summary.ownWord === null ? null : { ...summary.ownWord, reminded: true } });
    case 'manager_updated':
      return change({ knows: body.level, changedAt: null });
    case 'own_word_ran_out':
      return change({ ranOut: true });
    default:
      return body satisfies never;
  }
}

function written(
  incident: Incident,
  { words, timing }: Extract<SummaryEvent, { type: 'summary_written' }>,
  event: IncidentEvent,
): Incident {
  const summary: SummaryState = {
    words,
    timing,
    state: 'written',
    paused: false,
    ownWord: null,
    ranOut: false,
    knows: null,
    changedAt: null,
    approvedBy: null,
    remarks: [],
  };
  return withOwnWord({ ...incident, summary }, event);
}

/** The half hour of *I will tell them myself* runs while it is serious, from when it became so. */
export function withOwnWord(incident: Incident, { at }: IncidentEvent): Incident {
  const { summary, severity } = incident;
  if (summary === null || summary.timing.kind !== 'myself') return incident;
  const runs = isSerious(severity.level);
  if (runs === (summary.ownWord !== null)) return incident;
  return { ...incident, summary: { ...summary, ownWord: runs ? { since: at, reminded: false } : null } };
}

/** It is open again: a time that was running begins anew, since it stood still. */
export function withOwnWordAnew(incident: Incident, event: IncidentEvent): Incident {
  const { summary } = incident;
  if (summary === null || summary.ownWord === null) return incident;
  return { ...incident, summary: { ...summary, ownWord: { since: event.at, reminded: false } } };
}

/** Whether the manager knows of the severity as it now is. */
export function withNews(incident: Incident, { at }: IncidentEvent): Incident {
  const { summary, severity } = incident;
  if (summary === null || summary.knows === null) return incident;
  const changedAt = summary.knows === severity.level ? null : (summary.changedAt ?? at);
  return { ...incident, summary: { ...summary, changedAt } };
}
