import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TrafficEntry } from '../../src/sandbox/protocol.ts';
import type { Sandbox } from '../../src/sandbox/surface.ts';
import type { Database } from '../../src/store/database.ts';
import { channels, people, startTestSandbox, usualDirectory } from '../support/bot.ts';
import { embedded, type TestDatabase } from '../support/databases.ts';
import { type MortalBot, mortalBot } from '../support/mortal-bot.ts';
import { dmsTo, readMessage } from '../support/reading-slack.ts';
import { type Step, storyOfMortals } from './mortal-story.ts';

const patienceMs = 20_000;

const unsettled = { state: { notIn: ['sent', 'withdrawn'] } };
const isLookUp = (entry: TrafficEntry): boolean => JSON.stringify(entry).includes('conversations.history');

describe('a bot that is killed at every commit and every call to Slack', () => {
  let sandbox: Sandbox;
  let database: TestDatabase;
  let bot: MortalBot;
  let steps: readonly Step[];

  beforeAll(async () => {
    [sandbox, database] = await Promise.all([startTestSandbox({ patience: 1 }), embedded()]);
    bot = mortal(sandbox, database);
    await bot.live();
    steps = storyOfMortals(sandbox);
  }, 60_000);

  afterAll(async () => {
    await bot?.end();
    await sandbox?.close();
    await database?.drop();
  }, 30_000);

  /** Lets a person try, as a person would, until what they want has happened, however often the bot dies meanwhile. */
  async function untilDone(step: Step): Promise<void> {
    await bot.enter(step.name);
    let tries = 0;
    while (!step.done()) {
      await bot.live();
      if (!bot.isAlive()) continue;
      const trying = step.perform().then(
        () => sandbox.until(step.done, { what: step.name, timeoutMs: patienceMs }),
        (error: unknown) => error,
      );
      await Promise.race([trying, bot.killed()]);
      // What the person saw until now stands; the sandbox fails what the dead bot did not answer.
      if (bot.isAlive() && !step.done()) {
        tries += 1;
        if (tries > 3)
          throw new Error(`${step.name} did not happen, though the bot lives`, { cause: await trying });
      }
    }
  }

  it('still gets through the whole evening', async () => {
    for (const step of steps) await untilDone(step);
    expect(bot.points.length).toBeGreaterThan(40);
  }, 900_000);

  it('has shown nobody anything twice', async () => {
    await bot.enter('');
    await bot.live();
    for (const person of [people.alex, people.denny, people.morgan, people.priya]) {
      const read = dmsTo(sandbox.person(person)).map(readMessage);
      const twice = read.filter((text, index) => read.indexOf(text) !== index);
      expect({ person, twice }).toEqual({ person, twice: [] });
    }
  });

  it('has asked the mentor once, and told the manager once', () => {
    const count = (person: string, words: string) =>
      dmsTo(sandbox.person(person)).filter((message) => readMessage(message).includes(words)).length;
    expect(count(people.denny, 'is asking for your help')).toBe(1);
    expect(count(people.morgan, 'We lost the users table.')).toBe(1);
    expect(sandbox.person(people.alex).history(channels.engPlatform)).toEqual([]);
  });

  it('has kept one incident whose history has no gap, and leaves nothing undelivered', async () => {
    await bot.end();
    let undelivered = await look((prisma) => prisma.outgoingMessage.count({ where: unsettled }));
    // Killed right after the last post, it has still to look that message up: it is let live until it has.
    for (let life = 0; undelivered > 0 && life < 5; life += 1) {
      const before = sandbox.traffic().length;
      await bot.live();
      await sandbox.until(() => sandbox.traffic().slice(before).some(isLookUp), {
        what: 'a message is looked up',
      });
      await bot.rest();
      undelivered = await look((prisma) => prisma.outgoingMessage.count({ where: unsettled }));
    }
    expect(undelivered).toBe(0);
    const incidents = await look((prisma) =>
      prisma.incident.findMany({ include: { events: { orderBy: { seq: 'asc' } } } }),
    );
    expect(incidents.map(({ status }) => status)).toEqual(['resolved']);
    const seqs = incidents[0]?.events.map(({ seq }) => seq) ?? [];
    expect(seqs).toEqual(seqs.map((_seq, index) => index + 1));
  }, 60_000);

  async function look<T>(ask: (prisma: Database['prisma']) => Promise<T>): Promise<T> {
    const { prisma, close } = await database.open();
    const answer = await ask(prisma);
    await close();
    return answer;
  }
});

describe('a bot that is killed between the arrival of a cry for help and its commit', () => {
  let sandbox: Sandbox;
  let database: TestDatabase;
  let bot: MortalBot;

  beforeAll(async () => {
    [sandbox, database] = await Promise.all([startTestSandbox({ patience: 1 }), embedded()]);
    bot = mortal(sandbox, database);
    await bot.live();
  }, 60_000);

  afterAll(async () => {
    await bot?.end();
    await sandbox?.close();
    await database?.drop();
  }, 30_000);

  it('makes one incident of it when Slack delivers it again', async () => {
    const alex = sandbox.person(people.alex);
    const replies = () => alex.history(channels.engPlatform).filter((message) => message.isBot);
    await bot.enter('before the commit');
    const dead = bot.killed();
    await alex.post('#eng-platform', 'oh no, i think i just deleted the production database');
    await dead;
    expect(bot.points).toEqual(['before the commit/commit/1']);
    expect(replies()).toEqual([]);
    await bot.enter('');
    await bot.live();
    await sandbox.connected();
    await sandbox.clock.advance(60_000);
    await sandbox.until(() => replies().length > 0, { what: 'the thread opens', timeoutMs: patienceMs });
    await sandbox.clock.advance(300_000);
    expect(replies()).toHaveLength(1);
    await bot.end();
    const { prisma, close } = await database.open();
    expect(await prisma.incident.count()).toBe(1);
    await close();
  }, 60_000);
});

function mortal(sandbox: Sandbox, database: TestDatabase): MortalBot {
  return mortalBot({
    slack: { apiUrl: sandbox.apiUrl(), botToken: sandbox.botToken, appToken: sandbox.appToken },
    dataDir: database.dataDir,
    directory: usualDirectory,
    beforeBirth: async () => {
      await sandbox.clock.advance(9_000);
      return sandbox.clock.now() - Date.now();
    },
  });
}
