import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '../../src/sandbox/surface.ts';
import { type RunningBot, startBot, startTestSandbox } from '../support/bot.ts';
import { embedded, type TestDatabase } from '../support/databases.ts';
import { readView } from '../support/reading-slack.ts';
import { type Story, storyIn } from './story.ts';

describe('a window that somebody has open', () => {
  let sandbox: Sandbox;
  let database: TestDatabase;
  let bot: RunningBot;
  let story: Story;

  beforeAll(async () => {
    database = await embedded();
  }, 60_000);

  beforeEach(async () => {
    await bot?.stop();
    await sandbox?.close();
    sandbox = await startTestSandbox();
    bot = await startBot({ sandbox, database: { url: database.url, dataDir: database.dataDir } });
    story = storyIn(sandbox);
    await resolveWhatIsOpen();
  }, 60_000);

  afterAll(async () => {
    await bot?.stop();
    await sandbox?.close();
    await database?.drop();
  }, 30_000);

  /** The database outlives the Slack of one test. */
  async function resolveWhatIsOpen(): Promise<void> {
    await story.alex.command('#eng-platform', '/oops', 'resolve');
  }

  it('learns that a helper has come, and keeps what is being typed', async () => {
    await story.asksWithCommand();
    await story.window('What happened, in one sentence?');
    await story.alex.fill({ happened: 'I dropped the users ta' });
    await story.mentorComes();
    const view = await story.window(/is with you/);
    expect(view?.values.happened?.happened).toBe('I dropped the users ta');
  });

  it('does not pull somebody back who has gone on to the next screen', async () => {
    await story.asksWithCommand();
    await story.answersReassurance();
    await story.window('What is affected?');
    await story.mentorComes();
    const view = await story.window(/is with you/);
    expect(readView(view)).toContain('What is affected?');
    expect(readView(view)).not.toContain('What happened, in one sentence?');
  });

  it('has the half-typed sentence again after it was closed', async () => {
    await story.asksWithCommand();
    await story.window('What happened, in one sentence?');
    await story.alex.fill({ happened: 'I was helping billing and' });
    await story.alex.close();
    await story.alex.command('#eng-platform', '/oops');
    const view = await story.window('What happened, in one sentence?');
    expect(view?.values.happened?.happened).toBe('I was helping billing and');
  });

  it('forgets what was half typed once it was sent', async () => {
    await story.asksWithCommand();
    await story.answersReassurance();
    await story.window('What is affected?');
    await story.alex.click({ in: 'view' }, 'back');
    const view = await story.window('What happened, in one sentence?');
    expect(view?.values.happened?.happened).toBe('I dropped the users table while helping billing.');
  });

  it('has the half-written message to the manager again, and shows it to nobody else', async () => {
    await story.asksWithCommand();
    await story.answersReassurance();
    await story.answersImpact();
    await story.window('What they will read');
    await story.alex.fill({ summary_text: 'Half a sentence for Morgan' });
    await story.alex.close();
    await story.alex.command('#eng-platform', '/oops');
    const view = await story.window('What they will read');
    expect(view?.values.summary_text?.summary_text).toBe('Half a sentence for Morgan');
    const others = [story.denny, story.morgan, story.priya].map((person) => JSON.stringify(person.screen()));
    expect(others.join()).not.toContain('Half a sentence');
  });
});
