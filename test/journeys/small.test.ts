import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '../../src/sandbox/surface.ts';
import { type RunningBot, startBot, startTestSandbox } from '../support/bot.ts';
import { embedded, type TestDatabase } from '../support/databases.ts';
import { type Story, storyIn } from './story.ts';

describe('something small', () => {
  let sandbox: Sandbox;
  let database: TestDatabase;
  let bot: RunningBot;
  let story: Story;

  beforeAll(async () => {
    [sandbox, database] = await Promise.all([startTestSandbox(), embedded()]);
    bot = await startBot({ sandbox, database: { url: database.url, dataDir: database.dataDir } });
    story = storyIn(sandbox);
  }, 60_000);

  afterAll(async () => {
    await bot?.stop();
    await sandbox?.close();
    await database?.drop();
  }, 30_000);

  it('takes two screens, and says so', async () => {
    await story.asksWithCommand();
    await story.answersReassurance();
    await story.window('What is affected?');
    await story.alex.fill({ kinds: ['none'] });
    expect(await story.alex.submit()).toMatchObject({ result: 'done' });
    await story.window('This looks small (SEV4)');
    await story.dm('alex', 'nothing more to fill in');
  });

  it('is over with one press, where the person is looking, and whoever was asked knows', async () => {
    await story.alex.click({ in: 'view' }, 'It’s over');
    await story.window(/is over/);
    await story.dm('denny', 'is over. You do not need to come');
  });
});
