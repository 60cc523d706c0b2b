import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '../../src/sandbox/surface.ts';
import { en } from '../../src/slack/words/en.ts';
import { type RunningBot, startBot, startTestSandbox } from '../support/bot.ts';
import { embedded, type TestDatabase } from '../support/databases.ts';
import { wordsIn } from '../support/reading-slack.ts';
import { type Story, storyIn } from './story.ts';

describe('the Home tab', () => {
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

  /** Opens it, and waits until it says this. */
  async function homeSaying(words: string): Promise<void> {
    await story.alex.openHome();
    await sandbox.until(() => wordsIn(story.alex.home()?.blocks).includes(words) || undefined, {
      what: `Home says ${words}`,
    });
  }

  it('gets a person with one press', async () => {
    await homeSaying(en.home.title);
    expect(await story.alex.click({ in: 'home' }, 'home_get_person')).toMatchObject({ result: 'done' });
    await story.window('I have asked');
    await story.dm('denny', 'is asking for your help');
  });

  it('leads back to what is open', async () => {
    await story.alex.close();
    await homeSaying('OOPS-1');
    expect(await story.alex.click({ in: 'home' }, 'continue')).toMatchObject({ result: 'done' });
    await story.window('What happened, in one sentence?');
  });

  it('leads to one’s own people', async () => {
    await story.alex.close();
    expect(await story.alex.click({ in: 'home' }, 'home_settings')).toMatchObject({ result: 'done' });
    await story.window(en.settings.title);
    await story.window('Mentor:');
  });

  it('shows others nothing of it', async () => {
    await story.denny.openHome();
    const home = await sandbox.until(() => story.denny.home() ?? undefined, { what: 'Denny’s Home' });
    expect(wordsIn(home.blocks)).not.toContain('OOPS-1');
  });
});
