import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '../../src/sandbox/surface.ts';
import { type RunningBot, startBot, startTestSandbox } from '../support/bot.ts';
import { embedded, server, type TestDatabase } from '../support/databases.ts';
import { dmsTo, readMessage, saying } from '../support/reading-slack.ts';
import { type Story, storyIn } from './story.ts';

describe.each([
  ['the embedded database', embedded],
  ['a PostgreSQL server', server],
])('the evening that begins with /oops, on %s', (_name, makeDatabase) => {
  let sandbox: Sandbox;
  let database: TestDatabase;
  let bot: RunningBot;
  let story: Story;

  beforeAll(async () => {
    [sandbox, database] = await Promise.all([startTestSandbox(), makeDatabase()]);
    bot = await startBot({ sandbox, database: { url: database.url, dataDir: database.dataDir } });
    story = storyIn(sandbox);
  }, 60_000);

  afterAll(async () => {
    await bot?.stop();
    await sandbox?.close();
    await database?.drop();
  }, 30_000);

  it('asks the mentor without a further tap, and opens the first screen', async () => {
    await story.asksWithCommand();
    const asked = await story.dm('denny', 'is asking for your help');
    expect(readMessage(asked)).toContain('i dropped the users table');
    expect(readMessage(asked)).toContain('What to say first');
  });

  it('walks through the screens to a told manager and a plan', async () => {
    await story.answersReassurance();
    await story.answersImpact();
    await story.tellsManager();
    await story.plansRiskyStep();
  });

  it('brings the mentor, who checks the step that must wait', async () => {
    await story.mentorComes();
    await story.mentorApproves();
    await story.managerSees();
  });

  it('ends with everybody told, and each of them once', async () => {
    await story.doesStep();
    await story.saysItIsOver();
    const { denny, morgan, priya } = story;
    expect(dmsTo(denny).filter((message) => readMessage(message).includes('is asking for'))).toHaveLength(1);
    expect(dmsTo(morgan).filter((message) => readMessage(message).includes('We lost'))).toHaveLength(1);
    expect(dmsTo(priya)).toEqual([]);
  });

  it('has shown the manager nothing that was written in fright', () => {
    const read = dmsTo(story.morgan).map(readMessage).join('\n');
    expect(read).not.toContain('i dropped');
    expect(read).not.toContain('while helping billing');
    expect(saying(dmsTo(story.morgan), 'One person')).toBeUndefined();
  });
});
