import { beforeAll, describe, expect, it } from '@jest/globals';
import { audiences } from '../../../src/app/ports.ts';
import type { MessageBody } from '../../../src/domain/effects.ts';
import type { Incident } from '../../../src/domain/incident.ts';
import type { Playbook } from '../../../src/domain/playbook.ts';
import { loadPlaybooks } from '../../../src/playbooks/load-playbooks.ts';
import { checkMessageBlocks, checkView } from '../../../src/sandbox/blocks/blocks.ts';
import { referenceSchema } from '../../../src/slack/references.ts';
import { bossWindow } from '../../../src/slack/views/boss-window.ts';
import { people } from '../../domain/support/people.ts';
import { bodiesOf, conversationOf, onTheWire, readingFor, shown, textsIn } from './support/reading.ts';
import { everyView, words } from './support/screens.ts';
import { states } from './support/states.ts';
import { markOf, textsPeopleType } from './support/typed.ts';

/** What pings, links or makes a date in Slack begins so; people's own text may never contain it. */
const pings = /<!(?:channel|here|everyone|subteam)|<@U_BOSS>|<(?:https?|mailto):/;

/** In a channel, and not in the room of those who are together. */
const isInPublic = (body: MessageBody, incident: Incident): boolean => {
  const conversation = conversationOf(body, incident);
  return conversation.kind === 'channel' && conversation.channel !== incident.room?.channel;
};

/** In these every text of a person has its place; the others are looked at with two texts that are bad enough. */
const full = new Set([
  ...['noticed in a channel', 'everything told', 'summary delivered', 'a plan with steps in every state'],
  ...['a plan of many steps', 'over'],
]);
const texts = Object.entries(textsPeopleType);
const bad = new Set(['ten thousand characters', 'text that would call everybody']);

const cases = Object.entries(states).map(([state, incident]) => ({
  ...{ state, incident },
  texts: texts.filter(([name]) => full.has(state) || bad.has(name)).map(([, text]) => text),
}));

let playbooks: readonly Playbook[] = [];
beforeAll(async () => {
  const loaded = await loadPlaybooks(undefined);
  if (!loaded.ok) throw new Error('the playbooks do not load');
  playbooks = loaded.playbooks;
});

describe.each(cases)('an incident that is: $state', ({ incident, texts: typed }) => {
  const bodies = bodiesOf(incident);

  it('has only messages that Slack accepts, whatever people typed', async () => {
    const faults: unknown[] = [];
    for (const text of typed) {
      for (const body of bodies) {
        const message = await shown(body, incident, text);
        if (message === null) continue;
        const blocks = onTheWire(message.blocks);
        const problems = checkMessageBlocks(blocks);
        const isTooLong = JSON.stringify(blocks).length > 12_000;
        if (problems.length > 0 || isTooLong || message.text === '') faults.push({ body, problems });
      }
    }
    expect(faults).toEqual([]);
  });

  it('has only windows that Slack accepts, whatever people typed', async () => {
    const faults: unknown[] = [];
    for (const viewer of ['engineer', 'helper'] as const) {
      for (const text of typed) {
        const reading = await readingFor(incident, viewer, text);
        for (const playbook of playbooks) {
          for (const [name, view] of Object.entries(everyView(reading, playbook, text))) {
            const problems = checkView(onTheWire(view), 'modal');
            if (problems.length > 0) faults.push({ name, problems });
          }
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('quotes people so that nothing in it pings or links', async () => {
    const quoted: string[] = [];
    for (const text of typed) {
      const reading = await readingFor(incident, 'engineer', text);
      const messages = await Promise.all(bodies.map((body) => shown(body, incident, text)));
      quoted.push(...textsIn([messages, Object.values(everyView(reading, null, text))], 'mrkdwn'));
    }
    expect(quoted.filter((text) => pings.test(text))).toEqual([]);
  });

  it('shows nobody’s words on a lock screen, and names nobody there', async () => {
    const messages = await Promise.all(
      bodies.map((body) => shown(body, incident, 'i dropped the users table')),
    );
    const previews = [...new Set(messages.flatMap((message) => (message === null ? [] : [message.text])))];
    expect(previews.filter((text) => /dropped|ONLY|<@|<#|U_[A-Z]/.test(text))).toEqual([]);
    expect(previews.filter((text) => text.length > 80)).toEqual([]);
  });

  it('tells a manager nothing that was written for somebody else', async () => {
    const forManagers = bodies.filter(({ kind }) =>
      /^(?:summary|closing_summary|manager_answer|manager_update|summary_other)$/.test(kind),
    );
    const messages = [
      ...(await Promise.all(forManagers.map((body) => shown(body, incident)))),
      bossWindow(await readingFor(incident, 'manager'), words),
    ];
    expect(marksIn(messages)).not.toContain('engineer');
    expect(marksIn(messages)).not.toContain('helpers');
    expect(marksIn(messages)).not.toContain('place');
  });

  it('shows in a channel only what is for the channel', async () => {
    const inChannel = bodies.filter((body) => isInPublic(body, incident));
    const messages = await Promise.all(inChannel.map((body) => shown(body, incident)));
    expect(marksIn(messages).filter((audience) => audience !== 'place')).toEqual([]);
  });

  it('shows a helper no word that is for the engineer or the manager', async () => {
    const inRoom = (body: MessageBody) =>
      conversationOf(body, incident).kind === 'channel' && !isInPublic(body, incident);
    const forHelpers = bodies.filter(
      (body) =>
        /^(?:ask|stood_down|step_check|summary_review|closing_helper|passed_on|relay_begun)$/.test(
          body.kind,
        ) || inRoom(body),
    );
    const messages = await Promise.all(forHelpers.map((body) => shown(body, incident)));
    const found = marksIn([messages, everyView(await readingFor(incident, 'helper'), null, '')]);
    expect(found).not.toContain('engineer');
    expect(found).not.toContain('manager');
  });

  it('can be drawn after every word was erased', async () => {
    const reading = { ...(await readingFor(incident, 'engineer')), words: new Map() };
    const views = Object.values(everyView(reading, null, ''));
    expect(views.flatMap((view) => checkView(onTheWire(view), 'modal'))).toEqual([]);
  });

  it('puts nothing into buttons but ids that can be read again', async () => {
    const messages = await Promise.all(bodies.map((body) => shown(body, incident)));
    const values = valuesIn(messages).filter((value) => !/^(?:fine|hand_off|choose|see):/.test(value));
    expect(values.filter((value) => !referenceSchema.safeParse(JSON.parse(value)).success)).toEqual([]);
    const names = new RegExp(
      Object.values(people)
        .map(({ user }) => user)
        .join('|'),
    );
    expect(values.filter((value) => names.test(value))).toEqual([]);
  });
});

function marksIn(value: unknown): readonly string[] {
  const text = JSON.stringify(value);
  return audiences.filter((audience) => text.includes(markOf(audience)));
}

/** What the buttons carry. */
function valuesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(valuesIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'value' in value && typeof value.value === 'string' ? [value.value] : [];
  return [...own, ...Object.values(value).flatMap(valuesIn)];
}
