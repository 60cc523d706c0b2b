import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PersonDriver, Sandbox } from '../../src/sandbox/surface.ts';
import { actionIds, viewIds } from '../../src/slack/ids.ts';
import { channels, people } from '../support/bot.ts';
import { dmsTo, readMessage } from '../support/reading-slack.ts';
import { registeredListeners } from '../support/registered-listeners.ts';
import { type Acting, actingIn, whispersTo } from './support/acting.ts';
import { payloadsOf, signedRequests } from './support/signed-requests.ts';
import { type Cast, type Stage, setStage } from './support/stage.ts';

jest.setTimeout(60_000);

const teamId = 'T0SANDBOX';
const place = '#partner-acme';
const happened = 'i dropped the salaries table';
const summary = 'We lost the salaries table. Help is here.';
const step = 'Restore the salaries backup beside it';
const secrets = ['salaries', happened, summary, step];

/** Who types or chooses in a field is not talking to anybody yet: a stranger's are left alone, without a word. */
const silent: ReadonlySet<string> = new Set([
  actionIds.happened,
  actionIds.affected,
  actionIds.summaryText,
  actionIds.stepText,
  actionIds.noteText,
]);

/** After these the incident is over, or not the same people's any more. */
const endings: ReadonlySet<string> = new Set([
  actionIds.resolve,
  actionIds.itsNothing,
  actionIds.smallOver,
  actionIds.cardMenu,
]);

/** Forms that only close: nothing is sent with them. */
const closing: ReadonlySet<string> = new Set([viewIds.copyForBoss]);

/**
 * Whatever Oops listens to, pressed or sent by people who have no part in the incident, about things that are not there,
 * and twice at once. New listeners are in here by themselves: the list is what is registered.
 */
describe('every listener', () => {
  const heard = registeredListeners();
  let stage: Stage;
  let sandbox: Sandbox;
  let acting: Acting;
  let slack: ReturnType<typeof signedRequests>;
  let cast: Cast;
  let incident: string;

  beforeAll(async () => {
    stage = await setStage({ engineers: ['ada'], mode: 'http' });
    ({ sandbox } = stage);
    acting = actingIn(sandbox);
    slack = signedRequests(sandbox, stage.bot);
    cast = stage.cast('ada');
    const members = [people.sam, people.kim, people.robin, 'U0OOPSBOT', cast.engineer.id];
    await sandbox.admin({ do: 'updateConversation', channel: channels.partnerAcme, set: { members } });
    incident = await anIncidentWithEverything();
  }, 60_000);

  afterAll(async () => {
    await stage?.clear();
  }, 30_000);

  const of = (person: PersonDriver) => payloadsOf(person.id, teamId);
  const field = (id: string, type: string, value: object) => ({ [id]: { [id]: { type, ...value } } });
  const typed = (id: string, value: string) => field(id, 'plain_text_input', { value });

  let views = 0;
  function viewOf(callbackId: string, about: object, values: object = {}) {
    views += 1;
    return {
      id: `V${views}`,
      type: 'modal',
      callback_id: callbackId,
      hash: `${views}.abc`,
      title: { type: 'plain_text', text: 'A window' },
      previous_view_id: null,
      root_view_id: `V${views}`,
      private_metadata: JSON.stringify(about),
      blocks: Object.keys(values).map((id) => ({
        type: 'input',
        block_id: id,
        label: { type: 'plain_text', text: id },
        element: { type: 'plain_text_input', action_id: id },
      })),
      state: { values },
    };
  }

  /** Asked, told, planned: with something for every button to be about. */
  async function anIncidentWithEverything(): Promise<string> {
    const answer = await slack.command({
      command: '/oops',
      text: happened,
      user_id: cast.engineer.id,
      team_id: teamId,
      api_app_id: 'A0OOPSAPP',
      channel_id: channels.engPlatform,
      trigger_id: of(cast.engineer).trigger(),
    });
    expect(answer.status).toBe(200);
    const card = await acting.withButton(cast.engineer, actionIds.continue);
    const id = JSON.stringify(card.blocks).match(/incident\\":\\"([\w-]+)/)?.[1] ?? '';
    const send = async (callbackId: string, values: object) => {
      const view = viewOf(callbackId, { incident: id, version: 1, screen: 'fix' }, values);
      expect(await slack.interaction(of(cast.engineer).submission(view))).toMatchObject({ status: 200 });
    };
    await send(viewIds.escalation, {
      ...typed(actionIds.summaryText, summary),
      ...field(actionIds.manager, 'users_select', { selected_user: cast.manager.id }),
      ...field(actionIds.summaryWhen, 'radio_buttons', { selected_option: { value: 'now' } }),
    });
    await send(viewIds.fix, typed(actionIds.stepText, step));
    await acting.dm(cast.manager, summary);
    await acting.dm(cast.engineer, 'has been told');
    await acting.withButton(cast.mentor, actionIds.approveStep);
    return id;
  }

  /** Everything that anybody in the incident sees: what others press must not change it. */
  const everything = () =>
    [cast.engineer, cast.mentor, cast.backup, cast.manager].map((person) => dmsTo(person).map(readMessage));

  /** What a button carries: all that any button carries, so that each finds what it looks for. */
  function carriedBy(actionId: string, id: string): string {
    if (actionId === actionIds.nameHelper) return cast.backup.id;
    if (actionId === actionIds.severity) return 'SEV4';
    if (actionId === actionIds.stepMenu) return `remove:s1:${id}`;
    if (actionId === actionIds.cardMenu) return `fine:${id}`;
    return JSON.stringify({ incident: id, ask: 'a1', step: 's1', words: 'w1', question: 'q1' });
  }

  const aboutOf = (id: string) => ({ incident: id, version: 1, screen: 'impact', step: 's1', words: 'w1' });

  /** What this person has been told since: in the channel, for their eyes only, or directly. */
  const toldTo = (person: PersonDriver) => [
    ...whispersTo(person, place),
    ...dmsTo(person).map((message) => `${message.text}\n${readMessage(message)}`),
  ];

  /** Presses a button: in a message, and in a window. Gives what the person then reads. */
  async function pressed(person: PersonDriver, actionId: string, id: string): Promise<readonly string[]> {
    const action = { action_id: actionId, value: carriedBy(actionId, id) };
    const before = toldTo(person).length;
    const { click, clickInView } = of(person);
    const inMessage = await slack.interaction(click(channels.partnerAcme, action));
    const inView = await slack.interaction(
      clickInView(viewOf(viewIds.impact, aboutOf(id), typed(actionIds.affected, 'x')), action),
    );
    expect([inMessage, inView]).toMatchObject([{ status: 200 }, { status: 200 }]);
    if (silent.has(actionId)) return toldTo(person).slice(before);
    await sandbox.until(() => toldTo(person).length >= before + 2 || undefined, {
      what: `${person.id} is told something about ${actionId}, both times`,
    });
    return toldTo(person).slice(before);
  }

  const strangers = {
    'somebody of the same workspace': people.sam,
    'a guest': people.kim,
    'somebody of another organisation': people.robin,
  };

  describe.each(Object.entries(strangers))('%s who has no part in it', (_who, user) => {
    it.each([...heard.clicks])('is told so, and sees and changes nothing, with %s', async (actionId) => {
      const before = everything();
      const told = await pressed(sandbox.person(user), actionId, incident);
      for (const secret of secrets) expect(told.join('\n')).not.toContain(secret);
      expect(everything()).toEqual(before);
    });

    it.each([...heard.submissions].filter((id) => id !== viewIds.retry))(
      'is told so at the field, with the form %s',
      async (callbackId) => {
        const before = everything();
        const values = { ...typed(actionIds.stepText, 'mine'), ...typed(actionIds.noteText, 'mine') };
        const view = viewOf(callbackId, aboutOf(incident), values);
        const answer = await slack.interaction(of(sandbox.person(user)).submission(view));
        const told = closing.has(callbackId) ? '' : { response_action: 'errors' };
        expect(answer).toMatchObject({ status: 200, body: told });
        for (const secret of secrets) expect(JSON.stringify(answer.body)).not.toContain(secret);
        expect(everything()).toEqual(before);
      },
    );
  });

  describe('about an incident that is not there', () => {
    it.each([...heard.clicks])('says so plainly: %s', async (actionId) => {
      const told = await pressed(cast.mentor, actionId, 'no-such-incident');
      for (const said of told) expect(said).not.toMatch(/undefined|null|\[object|Error/);
    });
  });

  /** What ends the incident comes last. */
  const inOrder = [...heard.clicks].sort((a, b) => Number(endings.has(a)) - Number(endings.has(b)));

  describe('pressed twice at the same moment, by everybody in the incident', () => {
    it.each(inOrder)('does it once: %s', async (actionId) => {
      for (const actor of [cast.engineer, cast.mentor, cast.manager]) {
        const others = [cast.engineer, cast.mentor, cast.backup, cast.manager].filter((one) => one !== actor);
        const before = others.map((person) => dmsTo(person).length);
        const action = { action_id: actionId, value: carriedBy(actionId, incident) };
        const press = of(actor).click(channels.engPlatform, action);
        const answers = await Promise.all([slack.interaction(press), slack.interaction(press)]);
        expect(answers).toMatchObject([{ status: 200 }, { status: 200 }]);
        await stage.bot.oops.look();
        others.forEach((person, index) => {
          const news = dmsTo(person).slice(before[index]).map(readMessage);
          expect(news).toEqual([...new Set(news)]);
        });
      }
    });
  });

  describe('an empty form', () => {
    it.each([...heard.submissions])('gets a plain answer: %s', async (callbackId) => {
      const view = viewOf(callbackId, aboutOf(incident));
      const answer = await slack.interaction(of(cast.engineer).submission(view));
      expect(answer.status).toBe(200);
      expect(JSON.stringify(answer.body)).not.toMatch(/undefined|\[object|Error:/);
    });
  });

  it('never makes words, or a token, reach the log', () => {
    expect(stage.leaks()).toEqual([]);
  });
});
