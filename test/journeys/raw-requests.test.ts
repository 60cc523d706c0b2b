import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PersonDriver, Sandbox } from '../../src/sandbox/surface.ts';
import { actionIds, viewIds } from '../../src/slack/ids.ts';
import { en } from '../../src/slack/words/en.ts';
import { channels } from '../support/bot.ts';
import { dmsTo, readMessage, wordsIn } from '../support/reading-slack.ts';
import { type Acting, actingIn, hasAction } from './support/acting.ts';
import { like } from './support/like.ts';
import { payloadsOf, signedRequests } from './support/signed-requests.ts';
import { type Cast, type Stage, setStage } from './support/stage.ts';

jest.setTimeout(30_000);

const teamId = 'T0SANDBOX';
const happened = 'i emptied the payments queue';

describe('requests as they may arrive', () => {
  let stage: Stage;
  let sandbox: Sandbox;
  let acting: Acting;
  let slack: ReturnType<typeof signedRequests>;

  beforeAll(async () => {
    stage = await setStage({ engineers: ['ada', 'ben', 'cid', 'dot'], mode: 'http' });
    ({ sandbox } = stage);
    acting = actingIn(sandbox);
    slack = signedRequests(sandbox, stage.bot);
  }, 60_000);

  afterAll(async () => {
    await stage?.clear();
  }, 30_000);

  const of = (person: PersonDriver) => payloadsOf(person.id, teamId);

  async function command(person: PersonDriver, text: string) {
    return slack.command({
      ...{ command: '/oops', text, user_id: person.id, team_id: teamId, api_app_id: 'A0OOPSAPP' },
      ...{ channel_id: channels.engPlatform, trigger_id: of(person).trigger() },
    });
  }

  /** An incident of this cast, opened by a command; gives its id. */
  async function opened({ engineer, mentor }: Cast): Promise<string> {
    expect(await command(engineer, happened)).toEqual({ status: 200, body: '' });
    const card = await acting.withButton(engineer, actionIds.continue);
    await acting.dm(mentor, happened);
    return JSON.stringify(card.blocks).match(/fine:([\w-]+)/)?.[1] ?? '';
  }

  const field = (id: string, value: string) => ({ [id]: { [id]: { type: 'plain_text_input', value } } });

  let views = 0;
  function viewOf(callbackId: string, incident: string, rest: { values?: object; about?: object } = {}) {
    views += 1;
    return {
      ...{ id: `V${views}`, type: 'modal', callback_id: callbackId, hash: `${views}.abc` },
      ...{
        title: { type: 'plain_text', text: 'A window' },
        previous_view_id: null,
        root_view_id: `V${views}`,
      },
      private_metadata: JSON.stringify({ incident, version: 1, ...rest.about }),
      blocks: Object.keys(rest.values ?? {}).map((id) => ({
        ...{ type: 'input', block_id: id, label: { type: 'plain_text', text: id } },
        element: { type: 'plain_text_input', action_id: id },
      })),
      state: { values: rest.values ?? {} },
    };
  }

  describe('one form, delivered twice at once', () => {
    it('is one step in the plan', async () => {
      const cast = stage.cast('ada');
      const incident = await opened(cast);
      const view = viewOf(viewIds.fix, incident, {
        values: field(actionIds.stepText, 'Stop the workers'),
        about: { screen: 'fix' },
      });
      const payload = of(cast.engineer).submission(view);
      const answers = await Promise.all([slack.interaction(payload), slack.interaction(payload)]);
      for (const answer of answers) {
        expect(answer).toMatchObject({ status: 200, body: { response_action: 'update' } });
        expect(wordsIn(answer.body).match(/Stop the workers/g)).toHaveLength(1);
      }
      await acting.dm(cast.engineer, en.card.steps(0, 1));
      await acting.dm(cast.mentor, 'Stop the workers');
      expect(dmsTo(cast.mentor).filter((message) => hasAction(message, 'approve_step'))).toHaveLength(1);
    });

    it('is one incident, after the database did not answer the first time', async () => {
      const { engineer, mentor } = stage.cast('ben');
      const view = viewOf(viewIds.retry, '', { values: field(actionIds.happened, happened) });
      const payload = of(engineer).submission(view);
      const answers = await Promise.all([slack.interaction(payload), slack.interaction(payload)]);
      expect(answers).toMatchObject([{ status: 200 }, { status: 200 }]);
      await acting.dm(mentor, happened);
      await acting.withButton(engineer, actionIds.continue);
      const asked = dmsTo(mentor).filter((message) => hasAction(message, actionIds.accept));
      expect(asked).toHaveLength(1);
    });
  });

  describe('what cannot be read', () => {
    /** The reference of an answer is that of a line in the log, at a level at which somebody looks. */
    function expectReference(said: string): void {
      const reference = said
        .match(/\((\w+-\w+)\)|: (\w+-\w+)\.$/)
        ?.slice(1)
        .find(Boolean);
      expect(said).toMatch(like(en.failures.notUnderstood));
      const lines = stage.logs.filter((line) => line.includes(`"reference":"${reference}"`));
      expect(lines.map((line) => JSON.parse(line).level)).toContain(50);
    }

    const cast = () => stage.cast('cid');

    it('is answered under the button, with a reference', async () => {
      const { engineer } = cast();
      const channel = engineer.dm();
      const values = [
        '',
        'not json',
        '{}',
        '{"incident":""}',
        '{"incident":7}',
        '[]',
        'null',
        'x'.repeat(1900),
      ];
      const clicks = [
        ...values.map((value) => ({ action_id: actionIds.accept, value })),
        ...values.map((value) => ({ action_id: actionIds.continue, value })),
        { action_id: actionIds.stepMove },
        { action_id: 'an_id_of_tomorrow', value: '{}' },
        { action_id: actionIds.severity, value: 'SEV1' },
        { action_id: 7, value: '{}' },
      ];
      for (const action of clicks) {
        const before = engineer.history(channel).length;
        const answer = await slack.interaction(of(engineer).click(channel, action));
        expect(answer.status).toBe(200);
        const said = await sandbox.until(() => engineer.history(channel)[before]?.text, {
          what: JSON.stringify(action),
        });
        expectReference(said);
      }
    });

    it('is answered at the field of a form, which stays as it is', async () => {
      const { engineer } = cast();
      const values = field('any_field', 'what was typed');
      const unreadable = [
        '',
        'not json',
        '{}',
        '{"incident":7,"version":1}',
        '{"incident":"x","version":-1}',
      ];
      for (const callbackId of Object.values(viewIds)) {
        // This one tries again whatever it is about; that one only closes.
        if (callbackId === viewIds.retry || callbackId === viewIds.copyForBoss) continue;
        for (const metadata of unreadable) {
          const view = { ...viewOf(callbackId, '', { values }), private_metadata: metadata };
          const answer = await slack.interaction(of(engineer).submission(view));
          expect(answer).toMatchObject({ status: 200, body: { response_action: 'errors' } });
          expectReference(Object.values((answer.body as { errors: Record<string, string> }).errors)[0] ?? '');
        }
      }
    });

    it('is answered in a direct message when there is no other place', async () => {
      const { engineer } = cast();
      const { submission, clickInView, shortcut } = of(engineer);
      const broken = [
        submission({ ...viewOf(viewIds.note, ''), id: 7 }),
        submission({}),
        clickInView({ ...viewOf(viewIds.note, ''), blocks: 'none' }, { action_id: actionIds.back }),
        shortcut('a_shortcut_of_tomorrow'),
        { type: 'message_action', user: { id: engineer.id }, callback_id: 'get_help_with_this' },
      ];
      for (const payload of broken) {
        const before = dmsTo(engineer).length;
        expect((await slack.interaction(payload)).status).toBe(200);
        expectReference(
          await sandbox.until(() => dmsTo(engineer)[before]?.text, { what: JSON.stringify(payload) }),
        );
      }
    });

    it('does no harm where nobody can be told', async () => {
      const { closed } = of(cast().engineer);
      expect((await slack.interaction(closed(viewOf('a_view_of_tomorrow', '')))).status).toBe(200);
      for (const payload of ['not json', '[]', '7', 'null', '{}', '{"type":"block_actions"}']) {
        expect([200, 400, 500, 503]).toContain((await slack.rawInteraction(payload)).status);
      }
      const event = {
        type: 'event_callback',
        team_id: teamId,
        api_app_id: 'A',
        event_id: 'Ev0',
        event_time: 1,
      };
      for (const inner of [{ type: 'message' }, { type: 'message', ts: 7 }, { type: 'of_tomorrow' }]) {
        expect((await slack.event({ ...event, event: inner })).status).toBe(200);
      }
    });
  });

  describe('what somebody forged who has no part in it', () => {
    it('is refused for every form, and shows nothing', async () => {
      const cast = stage.cast('dot');
      const incident = await opened(cast);
      const { engineer: stranger } = stage.cast('cid');
      const before = dmsTo(cast.engineer).map(readMessage);
      const values = { ...field(actionIds.stepText, 'mine'), ...field(actionIds.noteText, 'mine') };
      const about = { screen: 'reassurance', step: 's1', words: 'w1' };
      const forms = [
        ...[
          viewIds.reassurance,
          viewIds.impact,
          viewIds.reach,
          viewIds.escalation,
          viewIds.fix,
          viewIds.note,
        ],
        ...[viewIds.changeStep, viewIds.questionStep, viewIds.chooseHelper],
      ];
      for (const callbackId of forms) {
        const view = viewOf(callbackId, incident, { values, about });
        const answer = await slack.interaction(of(stranger).submission(view));
        expect(answer).toMatchObject({ status: 200, body: { response_action: 'errors' } });
        expect(JSON.stringify(answer.body)).toContain(en.failures.rejection('not_allowed'));
      }
      const buttons = [
        ...[actionIds.back, actionIds.getPerson, actionIds.stillHappening, actionIds.resumeIncident],
        ...[actionIds.nameHelper, actionIds.severity, actionIds.stepMenu, `${actionIds.stepMove}.started`],
      ];
      for (const actionId of buttons) {
        const heard = dmsTo(stranger).length;
        const action = { action_id: actionId, value: valueFor(actionId, incident, cast) };
        const answer = await slack.interaction(
          of(stranger).clickInView(viewOf(viewIds.reassurance, incident, { about }), action),
        );
        expect(answer).toMatchObject({ status: 200, body: '' });
        const said = await sandbox.until(() => dmsTo(stranger)[heard]?.text, {
          what: `an answer to ${actionId}`,
        });
        expect(said).toBe(en.failures.rejection('not_allowed'));
      }
      expect(dmsTo(cast.engineer).map(readMessage)).toEqual(before);
    });
  });

  function valueFor(actionId: string, incident: string, { backup }: Cast): string {
    if (actionId === actionIds.nameHelper) return backup.id;
    if (actionId === actionIds.severity) return 'SEV4';
    if (actionId === actionIds.stepMenu) return `change:s1:${incident}`;
    return JSON.stringify({ incident, step: 's1' });
  }

  it('never has words, or a token, in the log', () => {
    expect(stage.leaks()).toEqual([]);
    expect(stage.logs.join('\n')).not.toContain(happened);
    expect(stage.logs.join('\n')).not.toContain('what was typed');
  });
});
