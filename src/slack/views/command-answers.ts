import type { Reading } from '../../app/ports.ts';
import type { Incident } from '../../domain/incident.ts';
import type { Part } from '../../domain/part.ts';
import { actions, button, section } from '../blocks.ts';
import { actionIds } from '../ids.ts';
import type { CommandAnswer } from '../listen.ts';
import { refer } from '../references.ts';
import { slackDayAndTime } from '../words/dates.ts';
import type { Words } from '../words/words.ts';
import { facts, heading } from './card.ts';
import type { Block } from './parts.ts';

/** What `/oops help` says; whoever meant it as a cry gets a person with one press. */
export function helpAnswer(words: Words): CommandAnswer {
  return { text: words.answers.help, blocks: [section(words.answers.help), getPerson(words)] };
}

/** Nothing is open. */
export function nothingOpen(words: Words): CommandAnswer {
  const text = words.answers.noOpenIncident;
  return { text, blocks: [section(text), getPerson(words)] };
}

const getPerson = (words: Words): Block =>
  actions([button(actionIds.homeGetPerson, words.home.getPerson, { style: 'primary' })]);

/** `/oops status`: how my incident stands, with the way back into it. */
export function statusAnswer(reading: Reading, words: Words): CommandAnswer {
  const { incident } = reading;
  const value = refer({ incident: incident.id });
  return {
    text: words.answers.openIncident(words.common.incidentName(incident.number)),
    blocks: [
      section(`${heading(reading, words)}\n${facts(reading, words).join('\n')}`),
      actions([
        button(actionIds.continue, words.common.continue, { value, style: 'primary' }),
        button(actionIds.needPerson, words.card.buttons.needPerson, { value }),
      ]),
    ],
  };
}

export type Listed = { readonly incident: Incident; readonly part: Part };

const mostListed = 20;

/** `/oops list`: what somebody has to do with, one line each; whatever else there is, is not mentioned. */
export function listAnswer(listed: readonly Listed[], words: Words): CommandAnswer {
  const { answers } = words;
  if (listed.length === 0) return { ...nothingOpen(words), text: answers.noOpenIncident };
  const shown = listed.slice(-mostListed).map((each) => line(each, words));
  return {
    text: answers.listTitle(listed.length),
    blocks: [section(answers.listTitle(listed.length)), ...shown],
  };
}

/** A manager has the summary for it, and may not read more. */
function line({ incident, part }: Listed, words: Words): Block {
  const { number, status, severity, openedAt, engineer } = incident;
  const text = words.answers.listLine({
    name: words.common.incidentName(number),
    status: words.card.status(status),
    severity: words.common.severity(severity.level),
    since: slackDayAndTime(openedAt),
    part: words.answers.part(part, `<@${engineer}>`),
  });
  if (part === 'manager') return section(text);
  const value = refer({ incident: incident.id });
  return section(text, { accessory: button(actionIds.continue, words.common.continue, { value }) });
}
