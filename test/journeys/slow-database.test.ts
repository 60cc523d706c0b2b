import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import type { Sandbox } from '../../src/sandbox/surface.ts';
import { actionIds } from '../../src/slack/ids.ts';
import { en } from '../../src/slack/words/en.ts';
import { server, type TestDatabase } from '../support/databases.ts';
import { dmsTo, readMessage } from '../support/reading-slack.ts';
import { type Acting, actingIn, hasAction, whispersTo } from './support/acting.ts';
import { type Stage, setStage } from './support/stage.ts';

jest.setTimeout(30_000);

/** Somebody else holds what is needed, for as long as `work` takes: every commit that needs it has to wait. */
async function whileHeld(url: string, sql: string, work: () => Promise<void>): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await work();
  } finally {
    await client.query('ROLLBACK');
    await client.end();
  }
}

describe('a database that does not answer in time', () => {
  let stage: Stage;
  let sandbox: Sandbox;
  let acting: Acting;
  let database: TestDatabase;

  beforeAll(async () => {
    database = await server();
    stage = await setStage({
      engineers: ['ada', 'ben', 'cid'],
      makeDatabase: async () => database,
      answerWithinMs: 2000,
      patience: 1,
    });
    ({ sandbox } = stage);
    acting = actingIn(sandbox);
  }, 60_000);

  afterAll(async () => {
    await stage?.clear();
  }, 30_000);

  const held = (tables: string, work: () => Promise<void>) =>
    whileHeld(database.url ?? '', `LOCK TABLE ${tables} IN ACCESS EXCLUSIVE MODE`, work);

  it('gives back what was written, and one press sends it', async () => {
    const { engineer, mentor } = stage.cast('ada');
    await held('"Workspace"', async () => {
      const outcome = await engineer.command('#eng-platform', '/oops', 'i dropped the audit trail');
      expect(outcome).toMatchObject({ result: 'done' });
      const view = await acting.window(engineer, en.screens.retry.text);
      expect(view.values.happened?.happened).toBe('i dropped the audit trail');
    });
    expect(await engineer.submit()).toEqual({ result: 'done' });
    await acting.window(engineer, en.screens.reassurance.stillHappening);
    await acting.dm(mentor, 'i dropped the audit trail');
    await acting.withButton(engineer, actionIds.continue);
    expect(dmsTo(mentor)).toHaveLength(1);
    expect(dmsTo(engineer).filter((message) => readMessage(message).includes('OOPS-'))).toHaveLength(1);
    expect(engineer.screen().notices).toEqual([]);
    expect(whispersTo(engineer, '#eng-platform')).toEqual([]);
  });

  it('says in a form that it was not saved, keeps it, and takes it the second time', async () => {
    const cast = stage.cast('ben');
    const { engineer } = cast;
    await acting.asks(cast, 'i dropped the audit trail');
    await engineer.fill({ happened: 'I dropped the audit trail of May.', still_happening: 'no' });
    await held('"IncidentEvent"', async () => {
      const outcome = await engineer.submit();
      expect(outcome).toMatchObject({ result: 'invalid', by: 'app' });
      expect(JSON.stringify(outcome)).toContain(en.failures.notSaved);
      expect(engineer.view()?.values.happened?.happened).toBe('I dropped the audit trail of May.');
    });
    expect(await engineer.submit()).toEqual({ result: 'done' });
    await acting.window(engineer, en.screens.impact.affected);
  });

  it('says under a button that it was not saved, and a second press is enough', async () => {
    const cast = stage.cast('cid');
    const { engineer, mentor } = cast;
    await acting.asks(cast, 'i dropped the audit trail');
    const asked = await acting.withButton(mentor, actionIds.accept);
    await held('"IncidentEvent"', async () => {
      expect(await mentor.click(asked, actionIds.accept)).toEqual({ result: 'done' });
      await sandbox.until(() => whispersTo(mentor, asked.channel).includes(en.failures.notSaved), {
        what: 'the mentor is told',
      });
    });
    expect(await mentor.click(asked, actionIds.accept)).toEqual({ result: 'done' });
    await acting.dm(engineer, 'is with you');
    await sandbox.until(() => !dmsTo(mentor).some((message) => hasAction(message, actionIds.accept)), {
      what: 'the mentor is with them',
    });
    expect(dmsTo(engineer).filter((message) => /is with you/.test(readMessage(message)))).toHaveLength(1);
  });

  it('never has words, or a token, in the log', () => {
    expect(stage.leaks()).toEqual([]);
  });
});
