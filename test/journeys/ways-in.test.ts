import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ShownMessage } from '../../src/sandbox/protocol.ts';
import type { PersonDriver, Sandbox } from '../../src/sandbox/surface.ts';
import { people } from '../support/bot.ts';
import { dmsTo, readMessage, readView } from '../support/reading-slack.ts';
import { type Acting, actingIn } from './support/acting.ts';
import { slackClient } from './support/slack-client.ts';
import { type Cast, type Stage, setStage } from './support/stage.ts';

jest.setTimeout(30_000);

const clear = 'help! i just deleted the production database, everything is gone';
const unclear = 'I might have restarted the wrong service, can someone check?';

/** What a way in needs of the stage: its people, and a channel that nobody else cries out in. */
type Scene = { readonly cast: Cast; readonly room: string };

/** Does the whole of it, and gives how often somebody had to press something after they had said it. */
type Way = (scene: Scene) => Promise<number>;

describe('the first sixty seconds, from every way in, counted in taps', () => {
  let stage: Stage;
  let sandbox: Sandbox;
  let acting: Acting;

  const said = async (author: PersonDriver, room: string, text: string, threadTs?: string) => {
    const outcome = await author.post(room, text, threadTs === undefined ? {} : { threadTs });
    return outcome.result === 'done' ? (outcome.ts ?? '') : '';
  };
  /** One press on a button of the newest message from Oops that has it. */
  const pressesInDm = async ({ cast: { engineer } }: Scene, action: string): Promise<number> => {
    await acting.press(engineer, action);
    return 1;
  };
  const pressesInThread = async (
    { cast: { engineer }, room }: Scene,
    root: string,
    action: string,
  ): Promise<number> => {
    const line = await sandbox.until(
      () => engineer.thread(room, root).find((each) => JSON.stringify(each.blocks).includes(`"${action}"`)),
      { what: 'a line in the thread' },
    );
    expect(await engineer.click(line, action)).toMatchObject({ result: 'done' });
    return 1;
  };
  const opensFirstScreen = ({ cast: { engineer } }: Scene) => acting.window(engineer, 'Get me a person');

  const ways: Readonly<Record<string, Way>> = {
    '/oops and a sentence': async ({ cast, room }) => {
      await cast.engineer.command(room, '/oops', 'status page is down');
      return 0;
    },
    '/oops alone': async (scene) => {
      await scene.cast.engineer.command(scene.room, '/oops', '');
      await opensFirstScreen(scene);
      await scene.cast.engineer.click({ in: 'view' }, 'get_person');
      return 1;
    },
    '/oops alone, closed without a word': async (scene) => {
      await scene.cast.engineer.command(scene.room, '/oops', '');
      await opensFirstScreen(scene);
      expect(dmsTo(scene.cast.engineer)).toEqual([]);
      await scene.cast.engineer.close();
      return pressesInDm(scene, 'yes_help');
    },
    '/oops alone, left open for a minute': async (scene) => {
      await scene.cast.engineer.command(scene.room, '/oops', '');
      await opensFirstScreen(scene);
      await stage.later(61_000);
      return pressesInDm(scene, 'yes_help');
    },
    '/oops help': async (scene) => {
      const { engineer } = scene.cast;
      await engineer.command(scene.room, '/oops', 'HELP!');
      const answer = await sandbox.until(() => engineer.history(scene.room).find((each) => each.ephemeral), {
        what: 'an answer',
      });
      await engineer.click(answer, 'home_get_person');
      return 1;
    },
    'the global shortcut': async (scene) => {
      await scene.cast.engineer.globalShortcut('get_help_now');
      await opensFirstScreen(scene);
      await scene.cast.engineer.click({ in: 'view' }, 'get_person');
      return 1;
    },
    'the message shortcut, on my own message': async ({ cast: { engineer }, room }) => {
      const ts = await said(engineer, room, 'the import looks odd to me');
      await engineer.messageShortcut(room, ts, 'get_help_with_this');
      return 0;
    },
    'the message shortcut, on somebody else’s': async (scene) => {
      const { engineer } = scene.cast;
      const ts = await said(engineer, scene.room, 'the import looks odd to me');
      const sam = sandbox.person(people.sam);
      await sam.messageShortcut(scene.room, ts, 'get_help_with_this');
      await sandbox.until(
        () => sam.history(scene.room).find(({ text }) => /asked them privately/.test(text)),
        {
          what: 'the one who pointed at it is told',
        },
      );
      expect(readMessage(await acting.dm(engineer, 'A colleague thinks'))).not.toContain(sam.id);
      return pressesInDm(scene, 'offer_yes');
    },
    'a direct message, clear': async (scene) => {
      await said(scene.cast.engineer, scene.cast.engineer.dm(), clear);
      return pressesInDm(scene, 'yes_help');
    },
    'a direct message, unclear': async (scene) => {
      await said(scene.cast.engineer, scene.cast.engineer.dm(), 'hello? i did something odd');
      await acting.dm(scene.cast.engineer, 'I am a program, not a person');
      return pressesInDm(scene, 'offer_yes');
    },
    'a mention, clear': async (scene) => {
      const ts = await said(scene.cast.engineer, scene.room, `@oops ${clear}`);
      return pressesInThread(scene, ts, 'yes_help');
    },
    'a mention, unclear': async (scene) => {
      await said(scene.cast.engineer, scene.room, '@oops are you there');
      await acting.dm(scene.cast.engineer, 'You mentioned me');
      return pressesInDm(scene, 'offer_yes');
    },
    'a mention in a thread, clear': async (scene) => {
      const root = await said(sandbox.person(people.sam), scene.room, 'how is the release going?');
      await said(scene.cast.engineer, scene.room, `@oops ${clear}`, root);
      return pressesInThread(scene, root, 'yes_help');
    },
    'a message in a channel, clear': async (scene) => {
      const ts = await said(scene.cast.engineer, scene.room, clear);
      return pressesInThread(scene, ts, 'yes_help');
    },
    'a message in a channel, unclear': async (scene) => {
      await said(scene.cast.engineer, scene.room, unclear);
      await acting.dm(scene.cast.engineer, 'Only you can see this');
      return pressesInDm(scene, 'offer_yes');
    },
    'a message that was edited into a cry for help': async (scene) => {
      const { engineer } = scene.cast;
      const ts = await said(engineer, scene.room, 'lunch at noon?');
      await engineer.edit(scene.room, ts, clear);
      return pressesInThread(scene, ts, 'yes_help');
    },
    'a cry about what somebody else cried out about': async (scene) => {
      const sam = sandbox.person(people.sam);
      const first = await said(sam, scene.room, clear);
      const replies = () => sam.thread(scene.room, first).length > 1;
      await sandbox.until(replies, { what: 'the first is answered' });
      await said(scene.cast.engineer, scene.room, 'oh no, i deleted the production database, help!');
      await acting.dm(scene.cast.engineer, 'Somebody else wrote');
      return pressesInDm(scene, 'offer_yes');
    },
    'the Home tab': async ({ cast: { engineer } }) => {
      await engineer.openHome();
      await sandbox.until(() => engineer.home(), { what: 'the Home tab' });
      await engineer.click({ in: 'home' }, 'home_get_person');
      return 1;
    },
  };
  const names = Object.keys(ways);
  const nameOf = (index: number): string => `w${index}`;

  beforeAll(async () => {
    stage = await setStage({ engineers: names.map((_name, index) => nameOf(index)) });
    ({ sandbox } = stage);
    acting = actingIn(sandbox);
  }, 60_000);

  afterAll(async () => {
    await stage?.clear();
  }, 30_000);

  async function sceneOf(index: number): Promise<Scene> {
    const cast = stage.cast(nameOf(index));
    const sam = sandbox.person(people.sam);
    const made = await sam.do({ do: 'createChannel', name: `way-${index}` });
    const room = made.result === 'done' ? (made.channel ?? '') : '';
    await sam.do({ do: 'invite', channel: room, users: ['@oops', cast.engineer.id, cast.mentor.id] });
    return { cast, room };
  }

  it.each(names.map((name, index) => ({ name, index })))(
    'has a human asked after at most one: $name',
    async ({ name, index }) => {
      const scene = await sceneOf(index);
      const { mentor, backup, manager } = scene.cast;
      const taps = (await ways[name]?.(scene)) ?? Number.NaN;
      expect(taps).toBeLessThanOrEqual(1);
      await acting.dm(mentor, 'is asking for your help');
      expect([...dmsTo(backup), ...dmsTo(manager)]).toEqual([]);
      const begun = (message: ShownMessage) => message.text;
      expect(dmsTo(scene.cast.engineer).map(begun).join('\n')).not.toContain('deleted');
    },
  );

  it('never has what people typed, or a token, in the log', () => {
    expect(stage.leaks()).toEqual([]);
  });

  it('has opened the first screen for whoever pressed a button in a message', () => {
    const windows = names.map((_name, index) => readView(stage.cast(nameOf(index)).engineer.view()));
    expect(windows.filter((text) => text.includes('Is it still happening?')).length).toBeGreaterThan(12);
  });
});

describe('where nobody is to be asked', () => {
  let stage: Stage;
  let sandbox: Sandbox;
  let acting: Acting;
  const engineers = ['ada', 'ben', 'cid', 'dot', 'eve', 'fay', 'gus'];

  beforeAll(async () => {
    stage = await setStage({ engineers });
    ({ sandbox } = stage);
    acting = actingIn(sandbox);
  }, 60_000);

  afterAll(async () => {
    await stage?.clear();
  }, 30_000);

  it('an unclear message wakes nobody, however long it is left, and its answer is one kind line', async () => {
    const { engineer, mentor } = stage.cast('ada');
    await engineer.post('#eng-platform', unclear);
    await acting.withButton(engineer, 'offer_yes');
    await stage.later(600_000);
    expect(dmsTo(mentor)).toEqual([]);
    await acting.press(engineer, 'offer_no');
    const line = await acting.dm(engineer, 'That is good to hear');
    expect(line.blocks).toHaveLength(1);
    expect(engineer.history('#eng-platform').filter(({ isBot }) => isBot)).toEqual([]);
  });

  it('an edit that takes it back takes the question back', async () => {
    const { engineer } = stage.cast('ben');
    const posted = await engineer.post('#eng-platform', unclear);
    await acting.withButton(engineer, 'offer_yes');
    const ts = posted.result === 'done' ? (posted.ts ?? '') : '';
    await engineer.edit('#eng-platform', ts, 'lunch at noon?');
    await acting.dm(engineer, 'You changed your message');
  });

  it.each([
    [people.kim, 'A guest wrote'],
    [people.robin, 'Somebody from another organisation wrote'],
    [people.lou, 'not active any more'],
    ['U0OOPSBOT', 'An app wrote this message'],
  ])('the shortcut on a message of %s says why not', async (author, why) => {
    const { engineer } = stage.cast('cid');
    await sandbox.admin({ do: 'updatePerson', user: people.lou, set: { deleted: false } });
    const room = await roomWith(engineer, author);
    const ts = await postedBy(author, room);
    await sandbox.admin({ do: 'updatePerson', user: people.lou, set: { deleted: true } });
    await engineer.messageShortcut(room, ts, 'get_help_with_this');
    await sandbox.until(
      () => engineer.history(room).find((message) => message.ephemeral && message.text.includes(why)),
      { what: `a plain sentence about ${why}` },
    );
  });

  it('what somebody writes to Oops during their incident is kept for their helper, and answered', async () => {
    const cast = stage.cast('dot');
    await acting.asks(cast, 'i dropped the users table');
    await cast.engineer.post(cast.engineer.dm(), 'it was the replica in frankfurt');
    const line = await acting.dm(cast.engineer, 'I have kept this with');
    expect(JSON.stringify(line.blocks)).toMatch(/"continue".*"need_person"/);
    await acting.dm(cast.mentor, 'it was the replica in frankfurt');
    await cast.mentor.post(cast.mentor.dm(), 'on my way');
    await acting.dm(cast.mentor, 'please press a button in my message above');
    await cast.engineer.command('#eng-platform', '/oops', 'resolve');
    await acting.dm(cast.engineer, 'is over. Whoever was asked knows.');
    await cast.engineer.post(cast.engineer.dm(), 'thank you');
    await acting.dm(cast.engineer, 'You are welcome.');
  });

  it('another cry during one’s incident gets a quiet pointer where it was written', async () => {
    const cast = stage.cast('eve');
    await acting.asks(cast, 'i dropped the users table');
    await cast.engineer.close({ all: true });
    await cast.engineer.post('#eng-platform', clear);
    await sandbox.until(
      () =>
        cast.engineer
          .history('#eng-platform')
          .find((each) => each.ephemeral && /kept it with/.test(each.text)),
      { what: 'a pointer' },
    );
    expect(cast.mentor.history('#eng-platform').filter(({ ephemeral }) => ephemeral)).toEqual([]);
  });

  it('/oops words say what one may know, and nothing else', async () => {
    const { engineer, mentor, manager, backup } = stage.cast('fay');
    const answerTo = async (person: PersonDriver, text: string): Promise<string> => {
      const before = person.history('#eng-platform').length;
      expect(await person.command('#eng-platform', '/oops', text)).toMatchObject({ result: 'done' });
      const answer = await sandbox.until(() => person.history('#eng-platform')[before], { what: text });
      return readMessage(answer);
    };
    expect(await answerTo(engineer, 'status')).toContain('You have no open incident');
    await acting.asks(stage.cast('fay'), 'i dropped the ledger');
    await engineer.close({ all: true });
    const status = await answerTo(engineer, ' Status. ');
    expect(status).toContain('i dropped the ledger');
    expect(status).toContain('Continue');
    expect(await answerTo(engineer, 'list')).toContain('Yours.');
    expect(await answerTo(mentor, 'list')).toContain('You were asked to help');
    for (const other of [manager, backup, sandbox.person(people.sam)]) {
      expect(await answerTo(other, 'list')).toContain('You have no open incident');
    }
    expect(await answerTo(engineer, 'practice')).toContain('Nothing was started');
    expect(await answerTo(engineer, 'handoff @sam')).toContain('hand over');
    await acting.dm(sandbox.person(people.sam), 'is asking for your help');
    expect(await engineer.command('#eng-platform', '/oops', '')).toMatchObject({ result: 'done' });
    const resumed = readView(await acting.window(engineer, 'This is where you were'));
    expect(resumed).toContain('something new');
  });

  async function roomWith(engineer: PersonDriver, author: string): Promise<string> {
    const sam = sandbox.person(people.sam);
    const made = await sam.do({ do: 'createChannel', name: `why-not-${author.toLowerCase()}` });
    const room = made.result === 'done' ? (made.channel ?? '') : '';
    await sam.do({ do: 'invite', channel: room, users: ['@oops', engineer.id, author] });
    return room;
  }

  async function postedBy(author: string, room: string): Promise<string> {
    if (author === 'U0OOPSBOT') {
      const { ts = '' } = await slackClient(sandbox).chat.postMessage({ channel: room, text: 'a note' });
      return ts;
    }
    const posted = await sandbox.person(author).post(room, 'the import looks odd');
    return posted.result === 'done' ? (posted.ts ?? '') : '';
  }
});
