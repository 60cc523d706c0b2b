import { describe, expect, it } from '@jest/globals';
import { actionsIn, readAll, shown } from './support/reading.ts';
import { stateOf } from './support/states.ts';

const summary = async (state: string, text?: string) => {
  const message = await shown({ kind: 'summary' }, stateOf(state), text);
  return { text: readAll(message?.blocks), buttons: actionsIn(message?.blocks) };
};

describe('the manager’s message', () => {
  it('begins with what to say first', async () => {
    expect((await summary('summary delivered')).text.startsWith('*What to say first:*')).toBe(true);
  });

  it('has the engineer’s own words, the bare facts, and Seen', async () => {
    const { text, buttons } = await summary('summary delivered', 'The users table is gone.');
    expect(text).toContain('> MANAGERONLY The users table is gone.');
    expect(text).toContain('*A summary from <@U_ALEX>* · OOPS-42');
    expect(text).toContain('SEV1 · since');
    expect(text).toContain('Somebody has been asked to help.');
    expect(buttons).toEqual(['summary_seen', 'ask_question', 'copy_for_boss']);
  });

  it('names who helps', async () => {
    expect((await summary('summary seen')).text).toContain('Helping: <@U_MIA>');
    expect((await summary('over')).text).toContain('Helped: <@U_MIA>');
    expect((await summary('over')).text).toContain('Over since');
  });

  it('has only facts when the time ran out, and says so kindly', async () => {
    const { text } = await summary('the facts went', 'typed');
    expect(text).toContain('*The facts of OOPS-42* · <@U_ALEX>');
    expect(text).toContain('<@U_ALEX> wanted to tell you about this themselves.');
    expect(text).toContain('*What kind:* data is lost, something is slow');
    expect(text).toContain('SEV1 · since');
    expect(text).toContain('Helping: <@U_MIA>');
    expect(text).not.toContain('typed');
  });

  it('says that it was marked as seen', async () => {
    const { text, buttons } = await summary('summary seen');
    expect(text).toContain('You have marked this as seen. They know.');
    expect(buttons).toEqual(['ask_question', 'copy_for_boss']);
  });

  it('keeps a summary of the greatest length whole enough to be read', async () => {
    const long = 'Word after word about what happened. '.repeat(60);
    expect((await summary('summary delivered', long)).text.length).toBeGreaterThan(2_000);
  });
});

describe('the closing summary', () => {
  it('says that it is over, from when to when, and asks for thanks, not blame', async () => {
    const text = readAll((await shown({ kind: 'closing_summary' }, stateOf('over')))?.blocks);
    expect(text).toContain('*OOPS-42 is over.*');
    expect(text).toMatch(/SEV1 · from <!date\^\d+.* to <!date/);
    expect(text).toContain('Please thank them for telling you.');
  });

  it('says that it turned out fine, and nothing more', async () => {
    const text = readAll((await shown({ kind: 'closing_summary' }, stateOf('turned out fine')))?.blocks);
    expect(text).toBe('*OOPS-42 turned out fine.* There is nothing for you to do.');
  });
});

describe('news for a manager', () => {
  const update = async (state: string, news: 'severity' | 'reopened') =>
    shown({ kind: 'manager_update', news }, stateOf(state));

  it('says what changed last, with a way to ask', async () => {
    const message = await update('summary delivered', 'severity');
    expect(readAll(message?.blocks)).toContain(
      '*News of OOPS-42* · <@U_ALEX>\nSeverity is now: SEV1, because',
    );
    expect(actionsIn(message?.blocks)).toEqual(['ask_question']);
  });

  it('says that it is open again', async () => {
    const message = await update('open again', 'reopened');
    expect(readAll(message?.blocks)).toContain('It is open again. Severity: SEV1.');
  });

  it('is not said any more once it is over: that has a message of its own', async () => {
    expect(await update('over', 'severity')).toBeNull();
    expect(await shown({ kind: 'closing_summary' }, stateOf('open again'))).toBeNull();
  });
});
