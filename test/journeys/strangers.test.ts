import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ShownMessage } from '../../src/sandbox/protocol.ts';
import type { PersonDriver, Sandbox } from '../../src/sandbox/surface.ts';
import { en } from '../../src/slack/words/en.ts';
import { channels, people } from '../support/bot.ts';
import { dmsTo, readMessage, readView } from '../support/reading-slack.ts';
import { type Acting, actingIn, actionsOf, whispersTo } from './support/acting.ts';
import { like } from './support/like.ts';
import { slackClient } from './support/slack-client.ts';
import { type Cast, type Stage, setStage } from './support/stage.ts';

jest.setTimeout(30_000);

const place = '#partner-acme';
const happened = 'i dropped the salaries table';
const summary = 'We lost the salaries table. Help is here.';
const step = 'Restore the salaries backup beside it';
const words = [happened, summary, step];

describe('people who have no part in an incident', () => {
  let stage: Stage;
  let sandbox: Sandbox;
  let acting: Acting;
  let cast: Cast;

  beforeAll(async () => {
    stage = await setStage({ engineers: ['ada', 'ben'] });
    ({ sandbox } = stage);
    acting = actingIn(sandbox);
    cast = stage.cast('ada');
    const members = [people.sam, people.kim, people.robin, 'U0OOPSBOT'];
    await sandbox.admin({ do: 'updateConversation', channel: channels.partnerAcme, set: { members } });
    await acting.asks(cast, happened);
    await acting.tellsWhatHappened(cast);
    await acting.tellsManager(cast, summary);
    await acting.plans(cast.engineer, step);
    await cast.engineer.close({ all: true });
    await acting.dm(cast.manager, summary);
    await acting.withButton(cast.mentor, 'approve_step');
    await acting.dm(cast.engineer, like(en.card.managerTold));
  }, 60_000);

  afterAll(async () => {
    await stage?.clear();
  }, 30_000);

  /** Everything that anybody in the incident sees: what a stranger's click must not change. */
  const everything = () =>
    [cast.engineer, cast.mentor, cast.backup, cast.manager].map((person) => dmsTo(person).map(readMessage));

  /** The same buttons where everybody can press them. Slack itself shows them only to whom they were sent. */
  async function inPublic({ text, blocks }: ShownMessage): Promise<ShownMessage> {
    const posted = await slackClient(sandbox).chat.postMessage({
      ...{ channel: channels.partnerAcme, text },
      blocks: blocks.map((block) => ({ ...block })),
    });
    const found = sandbox
      .person(people.sam)
      .history(place)
      .find((message) => message.ts === posted.ts);
    if (found === undefined) throw new Error('the message is not there');
    return found;
  }

  const screens = {
    'the card': () => acting.withButton(cast.engineer, 'resolve'),
    'the request for help': () => acting.withButton(cast.mentor, 'accept_ask'),
    'the step that waits': () => acting.withButton(cast.mentor, 'approve_step'),
    'the summary': () => acting.withButton(cast.manager, 'summary_seen'),
  };

  const choiceOf = (message: ShownMessage, actionId: string) =>
    actionId === 'card_menu' ? { value: JSON.stringify(message.blocks).match(/fine:[\w-]+/)?.[0] ?? '' } : {};

  const strangers = {
    'a bystander': people.sam,
    'a guest': people.kim,
    'somebody from outside': people.robin,
  };

  describe.each(Object.entries(strangers))('%s', (_who, id) => {
    it.each(Object.keys(screens) as (keyof typeof screens)[])('is refused kindly on %s', async (screen) => {
      const stranger = sandbox.person(id);
      const message = await inPublic(await screens[screen]());
      const before = everything();
      const buttons = actionsOf(message);
      expect(buttons.length).toBeGreaterThan(0);
      for (const actionId of buttons) {
        const heard = whispersTo(stranger, place).length;
        const outcome = await stranger.click(message, actionId, choiceOf(message, actionId));
        expect(outcome).toEqual({ result: 'done' });
        const said = await sandbox.until(() => answerTo(stranger, heard), {
          what: `an answer to ${actionId}`,
        });
        for (const typed of words) expect(said).not.toContain(typed);
        expect(said).toMatch(/only|somebody else/i);
        if (stranger.view() !== undefined) await stranger.close({ all: true });
      }
      expect(everything()).toEqual(before);
      expect(dmsTo(stranger)).toEqual([]);
    });
  });

  /** A word in the channel, or a window that is no longer the one that only says "one moment". */
  function answerTo(stranger: PersonDriver, heard: number): string | undefined {
    const said = whispersTo(stranger, place)[heard];
    if (said !== undefined) return said;
    const shown = readView(stranger.view());
    return shown === '' || shown.includes(en.screens.opening.text) ? undefined : shown;
  }

  it('and the manager can do nothing but what is for the manager', async () => {
    const before = everything();
    await sandbox.admin({
      ...{ do: 'updateConversation', channel: channels.partnerAcme },
      set: { members: [cast.manager.id, 'U0OOPSBOT', people.sam] },
    });
    for (const screen of ['the card', 'the request for help', 'the step that waits'] as const) {
      const message = await inPublic(await screens[screen]());
      for (const actionId of actionsOf(message)) {
        const heard = whispersTo(cast.manager, place).length;
        await cast.manager.click(message, actionId, choiceOf(message, actionId));
        const said = await sandbox.until(() => answerTo(cast.manager, heard), {
          what: `an answer to ${actionId}`,
        });
        for (const typed of words) expect(said).not.toContain(typed);
        if (cast.manager.view() !== undefined) await cast.manager.close({ all: true });
      }
    }
    expect(everything()).toEqual(before);
  });

  it('cannot open an incident from another organisation, and are told whom to ask', async () => {
    await sandbox.admin({
      ...{ do: 'updateConversation', channel: channels.partnerAcme },
      set: { members: [people.robin, 'U0OOPSBOT', people.sam] },
    });
    const robin = sandbox.person(people.robin);
    expect(await robin.command(place, '/oops', 'i broke your gateway')).toMatchObject({ result: 'done' });
    await acting.window(robin, en.failures.guest);
    await robin.close();
    expect(await robin.globalShortcut('get_help_now')).toEqual({ result: 'done' });
    await acting.window(robin, en.failures.guest);
    expect(dmsTo(robin)).toEqual([]);
  });

  it('never makes words, or a token, reach the log', () => {
    expect(stage.leaks()).toEqual([]);
  });
});
