import type { HomeView } from '@slack/types';
import type { Incident } from '../../domain/incident.ts';
import { actions, button, context, divider, header, section } from '../blocks.ts';
import { actionIds } from '../ids.ts';
import { refer } from '../references.ts';
import { slackDayAndTime } from '../words/dates.ts';
import type { Words } from '../words/words.ts';
import type { Block } from './parts.ts';

/** The Home tab of one person: a person for them first, then what they have open, then what Oops is. */
export function homeTab(open: Incident | null, words: Words): HomeView {
  const { home } = words;
  return {
    type: 'home',
    blocks: [
      header(home.title),
      section(home.text),
      ...(open === null ? ask(words) : theirs(open, words)),
      divider(),
      section(home.how, { accessory: button(actionIds.homeSettings, home.myPeople) }),
      context([home.promise]),
    ],
  };
}

function ask(words: Words): readonly Block[] {
  return [actions([button(actionIds.homeGetPerson, words.home.getPerson, { style: 'primary' })])];
}

/** With something open, the way back to it stands in the first place, and one more person is one press away. */
function theirs({ id, number, openedAt, severity }: Incident, words: Words): readonly Block[] {
  const value = refer({ incident: id });
  const name = words.common.incidentName(number);
  return [
    section(words.home.open(name, words.common.severity(severity.level), slackDayAndTime(openedAt))),
    actions([
      button(actionIds.continue, words.common.continue, { value, style: 'primary' }),
      button(actionIds.needPerson, words.card.buttons.needPerson, { value }),
    ]),
  ];
}
