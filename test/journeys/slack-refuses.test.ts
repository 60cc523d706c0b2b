import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { FaultInput } from '../../src/sandbox/protocol.ts';
import type { Sandbox } from '../../src/sandbox/surface.ts';
import { actionIds } from '../../src/slack/ids.ts';
import { en } from '../../src/slack/words/en.ts';
import { people } from '../support/bot.ts';
import { dmsTo, readMessage, readView } from '../support/reading-slack.ts';
import { type Acting, actingIn } from './support/acting.ts';
import { like } from './support/like.ts';
import { type Stage, setStage } from './support/stage.ts';
import { wholeStory } from './support/whole-story.ts';

jest.setTimeout(60_000);

const scope = (name: string): FaultInput => ({ fault: 'remove_scope', scope: name });
const missing = (method: string): FaultInput => ({ fault: 'missing_method', method });

/** Everything that one evening may meet, each of them in a story of its own cast. */
const evenings: Readonly<Record<string, { readonly cast: string; readonly faults: readonly FaultInput[] }>> =
  {
    'without the scopes to read do-not-disturb and people, and to open messages': {
      cast: 'ada',
      faults: [scope('dnd:read'), scope('users:read'), scope('im:write')],
    },
    'on a Slack that lacks the methods that one can do without': {
      cast: 'ben',
      faults: [
        ...[missing('chat.getPermalink'), missing('dnd.info'), missing('users.info')],
        ...[
          missing('conversations.history'),
          missing('conversations.replies'),
          missing('conversations.open'),
        ],
      ],
    },
    'when Slack asks for slower messages': {
      cast: 'cid',
      faults: [
        { fault: 'rate_limit', method: 'chat.postMessage', times: 3, retryAfterSeconds: 1 },
        { fault: 'rate_limit', method: 'chat.update', times: 2, retryAfterSeconds: 1 },
      ],
    },
    'when Slack stumbles': {
      cast: 'dot',
      faults: [
        { fault: 'http_error', method: 'chat.postMessage', times: 2, status: 503 },
        { fault: 'http_error', method: 'views.update', times: 1, status: 503 },
        { fault: 'http_error', method: 'users.info', times: 2, status: 503 },
        { fault: 'http_error', method: 'dnd.info', times: 1, status: 500 },
        { fault: 'http_error', method: 'chat.update', times: 2, status: 502 },
      ],
    },
  };

describe('a Slack that refuses', () => {
  let stage: Stage;
  let sandbox: Sandbox;
  let acting: Acting;

  beforeAll(async () => {
    const engineers = [
      'ada',
      'ben',
      'cid',
      'dot',
      'eve',
      'fay',
      'gus',
      'hal',
      'ivy',
      'jo',
      'kit',
      'lee',
      'max',
    ];
    stage = await setStage({
      ...{ engineers, strangers: ['nan', 'oli'] },
      // The sandbox answers in milliseconds: what is unsure is looked up soon.
      deadlines: { person: 1500, background: 300 },
    });
    ({ sandbox } = stage);
    acting = actingIn(sandbox);
  }, 60_000);

  afterEach(() => sandbox.clearFaults());

  afterAll(async () => {
    await stage?.clear();
  }, 30_000);

  it.each(Object.entries(evenings))('reaches the end of the story %s', async (_when, { cast, faults }) => {
    for (const fault of faults) await sandbox.fault(fault);
    await wholeStory(sandbox, stage.cast(cast));
    expect(sandbox.workspace().faults.filter((fault) => 'times' in fault)).toEqual([]);
    const { engineer, mentor, backup, manager } = stage.cast(cast);
    expect(dmsTo(backup)).toEqual([]);
    for (const person of [engineer, mentor, manager]) {
      const read = dmsTo(person).map(readMessage);
      expect(new Set(read).size).toBe(read.length);
      expect(person.screen().notices).toEqual([]);
    }
  });

  it('sends a cry for help once when the answer of Slack is lost on its way', async () => {
    const cast = stage.cast('eve');
    await sandbox.fault({ fault: 'lost_answer', method: 'chat.postMessage', times: 2 });
    await acting.asks(cast, 'i truncated the ledger');
    await acting.withButton(cast.engineer, actionIds.continue);
    await stage.logged('a message was not delivered');
    expect(sandbox.workspace().faults).toEqual([]);
    await stage.later(10_000);
    await acting.press(cast.mentor, actionIds.accept);
    await acting.dm(cast.engineer, 'is with you');
    const asks = dmsTo(cast.mentor).filter((message) => readMessage(message).includes('is asking for your'));
    expect(asks).toHaveLength(1);
    // Beside the private room of the two, in the direct messages.
    const direct = cast.engineer.history(cast.engineer.dm()).filter((message) => message.isBot);
    expect(direct.filter((message) => readMessage(message).includes('OOPS-'))).toHaveLength(1);
  });

  const troubles: Readonly<Record<string, { cast: string; set: object; says: RegExp }>> = {
    'whose account is closed': {
      cast: 'fay',
      set: { deleted: true },
      says: like((person) => en.asking.moved('refused', person)),
    },
    'whose notifications are off': {
      cast: 'gus',
      set: { dnd: { start: '00:00', end: '23:59' } },
      says: like((person) => en.asking.moved('paused', person)),
    },
  };

  it.each(Object.entries(troubles))(
    'asks the next person at once for a mentor %s, and says so',
    async (_who, trouble) => {
      const { engineer, mentor, backup } = stage.cast(trouble.cast);
      await sandbox.admin({ do: 'updatePerson', user: mentor.id, set: trouble.set });
      await engineer.command('#eng-platform', '/oops', 'i truncated the ledger');
      const said = await acting.dm(engineer, trouble.says);
      expect(readMessage(said)).toContain(`<@${mentor.id}>`);
      expect(readMessage(said)).toContain(`<@${backup.id}>`);
      await acting.press(backup, actionIds.accept);
      await acting.dm(engineer, 'is with you');
    },
  );

  it('says that nobody is left when neither can be reached, and asks whom to ask', async () => {
    const { engineer, mentor, backup } = stage.cast('hal');
    for (const { id } of [mentor, backup])
      await sandbox.admin({ do: 'updatePerson', user: id, set: { deleted: true } });
    await engineer.command('#eng-platform', '/oops', 'i truncated the ledger');
    await acting.press(engineer, actionIds.chooseHelper);
    await acting.answers(engineer, en.screens.chooseHelper.label, { helper: people.sam });
    const sam = sandbox.person(people.sam);
    await acting.press(sam, actionIds.accept);
    await acting.dm(engineer, 'is with you');
  });

  it('asks whom to ask when nobody is known, checks the answer, and remembers it', async () => {
    const { engineer, mentor } = stage.cast('nan');
    await engineer.command('#eng-platform', '/oops', 'i truncated the ledger');
    await acting.window(engineer, en.screens.reassurance.nobodyKnown);
    const unfit: readonly (readonly [string, string])[] = [
      ['U0OOPSBOT', en.failures.notAPerson],
      [people.lou, en.failures.deactivated],
      [people.robin, en.failures.outsider],
      [engineer.id, en.failures.rejection('helper_is_engineer')],
    ];
    for (const [person, why] of unfit) {
      expect(await engineer.click({ in: 'view' }, actionIds.nameHelper, { value: person })).toEqual({
        result: 'done',
      });
      await acting.window(engineer, why);
    }
    await engineer.click({ in: 'view' }, actionIds.nameHelper, { value: mentor.id });
    await acting.press(mentor, actionIds.accept);
    await acting.dm(engineer, 'is with you');
    expect(readView(engineer.view())).toContain(`<@${mentor.id}>`);
    await engineer.close({ all: true });
    await acting.press(engineer, actionIds.resolve);
    await acting.dm(mentor, like(en.closing.helper));
    await engineer.command('#eng-platform', '/oops', 'i did it again');
    await acting.dm(mentor, 'i did it again');
  });

  // https://docs.slack.dev/reference/methods/conversations.open#errors (user_not_visible)
  it('says at once that a mentor of another organisation cannot be seen, and asks whom to ask', async () => {
    const { engineer, mentor } = stage.cast('oli');
    const far = { id: 'U0FAR', name: 'far', realName: 'Far Away', isStranger: true };
    await sandbox.admin({ do: 'addPerson', person: far });
    await engineer.command('#eng-platform', '/oops', 'i truncated the ledger');
    await acting.window(engineer, en.screens.reassurance.nobodyKnown);
    await engineer.click({ in: 'view' }, actionIds.nameHelper, { value: far.id });
    await acting.dm(engineer, en.asking.moved('refused', `<@${far.id}>`));
    await acting.press(engineer, actionIds.chooseHelper);
    await acting.answers(engineer, en.screens.chooseHelper.label, { helper: mentor.id });
    await acting.press(mentor, actionIds.accept);
    await acting.dm(engineer, 'is with you');
  });

  it('says at its field when the manager cannot be written to, and keeps the text', async () => {
    const cast = stage.cast('ivy');
    const { engineer, manager } = cast;
    await acting.asks(cast, 'i truncated the ledger');
    await acting.tellsWhatHappened(cast);
    const unfit: readonly (readonly [string, string])[] = [
      [people.lou, en.failures.deactivated],
      ['U0OOPSBOT', en.failures.notAPerson],
      [people.kim, en.failures.outsider],
      [engineer.id, en.failures.rejection('manager_is_engineer')],
    ];
    expect(await engineer.click({ in: 'view' }, actionIds.changeManager)).toEqual({ result: 'done' });
    await acting.window(engineer, en.screens.escalation.manager);
    for (const [person, why] of unfit) {
      await engineer.fill({ manager: person, summary_text: 'We lost the ledger.', summary_when: 'now' });
      expect(await engineer.submit()).toEqual({
        ...{ result: 'invalid', by: 'app' },
        errors: [{ blockId: 'manager', message: why }],
      });
      expect(engineer.view()?.values.summary_text?.summary_text).toBe('We lost the ledger.');
    }
    await engineer.fill({ manager: manager.id });
    expect(await engineer.submit()).toEqual({ result: 'done' });
    await acting.dm(manager, 'We lost the ledger.');
  });

  it('tells the engineer when the summary could not be delivered, with the text still there', async () => {
    const cast = stage.cast('jo');
    const { engineer, manager, backup } = cast;
    await acting.asks(cast, 'i truncated the ledger');
    await acting.tellsWhatHappened(cast);
    // Slack has just said that all is well with the manager; a moment later it is not.
    await sandbox.admin({ do: 'updatePerson', user: manager.id, set: { deleted: true } });
    await engineer.fill({ summary_text: 'We lost the ledger.', summary_when: 'now' });
    expect(await engineer.submit()).toEqual({ result: 'done' });
    const told = await acting.dm(
      engineer,
      like((person) => en.summary.refusedNotice(person, 'user_disabled')),
    );
    await engineer.close({ all: true });
    await engineer.click(told, actionIds.continue);
    const view = await acting.window(engineer, en.screens.escalation.text);
    expect(view.values.summary_text?.summary_text).toBe('We lost the ledger.');
    await acting.answers(engineer, en.screens.escalation.text, {
      manager: backup.id,
      summary_when: 'now',
    });
    await acting.dm(backup, 'We lost the ledger.');
  });

  it('goes on after the sockets were cut in the middle, in a window that was open meanwhile', async () => {
    const cast = stage.cast('kit');
    const { engineer, mentor } = cast;
    await acting.asks(cast, 'i truncated the ledger');
    await engineer.fill({ still_happening: 'no' });
    await sandbox.admin({ do: 'sockets', how: 'drop' });
    await sandbox.connected(1);
    expect(await engineer.submit()).toEqual({ result: 'done' });
    await acting.window(engineer, en.screens.impact.affected);
    await acting.press(mentor, actionIds.accept);
    await acting.dm(engineer, 'is with you');
  });

  it('finds the incident again when the sockets were cut in the middle of a command, and asks nobody twice', async () => {
    const { engineer, mentor } = stage.cast('max');
    const words = 'i truncated the ledger';
    const pressing = engineer.command('#eng-platform', '/oops', words);
    const isSent = () =>
      sandbox.traffic().some((entry) => entry.kind === 'envelope' && entry.payload.user_id === engineer.id);
    await sandbox.until(isSent, { what: 'the command is on its way' });
    await sandbox.admin({ do: 'sockets', how: 'drop' });
    await acting.dm(mentor, words);
    await sandbox.connected(1);
    await stage.later(3_100);
    // Slack shows its own error when the answer did not find another socket in time.
    expect(['done', 'failed']).toContain((await pressing).result);
    await engineer.command('#eng-platform', '/oops', words);
    await acting.window(engineer, en.screens.resume.title);
    await engineer.click({ in: 'view' }, actionIds.resumeIncident);
    await acting.window(engineer, en.screens.reassurance.stillHappening);
    expect(dmsTo(mentor).filter((message) => readMessage(message).includes(words))).toHaveLength(1);
  });

  it('opens the incident also when Slack is slow to say who somebody is', async () => {
    const { engineer, mentor } = stage.cast('lee');
    await sandbox.fault({ fault: 'slow', method: 'users.info', times: 5, ms: 2900 });
    expect(await engineer.command('#eng-platform', '/oops', 'i truncated the ledger')).toMatchObject({
      result: 'done',
    });
    await acting.dm(mentor, 'i truncated the ledger');
    await acting.window(engineer, en.screens.reassurance.stillHappening);
    expect(engineer.history('#eng-platform').filter((message) => message.ephemeral)).toEqual([]);
  });

  it('never has words, or a token, in the log', () => {
    expect(stage.leaks()).toEqual([]);
  });
});
