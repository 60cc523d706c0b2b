import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { TrafficEntry } from '../../src/sandbox/protocol.ts';
import type { PersonDriver, Sandbox } from '../../src/sandbox/surface.ts';
import { actionIds } from '../../src/slack/ids.ts';
import { en } from '../../src/slack/words/en.ts';
import { dmsTo, readMessage, saying } from '../support/reading-slack.ts';
import { type Acting, actingIn } from './support/acting.ts';
import { type Cast, type Stage, setStage } from './support/stage.ts';

jest.setTimeout(30_000);

const pings =
  '<!channel> <!here> <!everyone> <!subteam^S0DBOWNERS> <@U0ALEX> <#C0GENERAL> <https://evil.example|click>';
const written = {
  everything: `${pings} @channel *bold* _under_ ~gone~ \`\`\` > quote & &amp; 🙈🏳️‍🌈`,
  'right to left': 'מחקתי את כל הטבלאות ⁦evil⁩ \u202Egnp.exe والآن لا أعرف ماذا أفعل',
  'line breaks': `first\r\n\r\n\r\nsecond\u2028third ${pings}`,
};
const names = ['ada', 'ben', 'cid'] as const;

describe('whatever people type', () => {
  let stage: Stage;
  let sandbox: Sandbox;
  let acting: Acting;

  beforeAll(async () => {
    stage = await setStage({ engineers: [...names, 'dot', 'eve'] });
    ({ sandbox } = stage);
    acting = actingIn(sandbox);
  }, 60_000);

  afterAll(async () => {
    await stage?.clear();
  }, 30_000);

  /** Fills a field to the last character that Slack takes. */
  const fullOf = (text: string, limit: number) =>
    `${text} ${'🙂x'.repeat(limit)}`.slice(0, limit - 1).trimEnd();

  const insideWindows = (person: PersonDriver) => JSON.stringify(person.view()?.blocks ?? []);

  /** Through every field of every window, each as full as Slack lets it be. */
  async function typesEverywhere(cast: Cast, text: string): Promise<void> {
    const { engineer, mentor, manager } = cast;
    await engineer.command('#eng-platform', '/oops', fullOf(text, 10_000));
    await acting.window(engineer, en.screens.reassurance.stillHappening);
    await acting.withButton(mentor, actionIds.accept);
    const happened = { happened: fullOf(text, 3000), still_happening: 'yes' };
    await acting.answers(engineer, en.screens.reassurance.happened, happened);
    await acting.answers(engineer, en.screens.impact.affected, {
      ...{ affected: fullOf(text, 1000) },
      ...{ kinds: ['data_lost', 'exposed'] },
    });
    await acting.answers(engineer, en.screens.reach.noticedBy, { noticed_by: 'unknown' });
    await acting.window(engineer, en.screens.escalation.text);
    await acting.answers(engineer, en.screens.escalation.text, {
      ...{ summary_text: fullOf(text, 2500), summary_when: 'now' },
    });
    const step = { step_text: fullOf(text, 1000), step_confidence: '1', step_undo: 'no' };
    for (let count = 0; count < 3; count += 1) {
      await acting.answers(engineer, en.screens.fix.text, step);
      await sandbox.until(() => insideWindows(engineer).includes(`step_text.${count + 1}`), {
        what: 'the step',
      });
    }
    await acting.press(engineer, actionIds.addNote);
    await acting.answers(engineer, en.screens.note.label, { note_text: fullOf(text, 3000) });
    await acting.withButton(mentor, actionIds.approveStep);
    await acting.press(mentor, actionIds.accept);
    await acting.press(mentor, actionIds.questionStep);
    await acting.answers(mentor, en.steps.questionLabel, { step_text: fullOf(text, 1000) });
    await acting.press(engineer, actionIds.continue);
    await acting.window(engineer, en.screens.fix.text);
    await acting.withButton(manager, actionIds.seen);
    await acting.press(engineer, actionIds.resolve);
    await sandbox.until(() => saying(dmsTo(engineer), en.closing.rest), { what: 'the end' });
  }

  it.each(Object.entries(written).map(([what, text], index) => [what, text, names[index] ?? 'ada'] as const))(
    'gets through every field: %s',
    async (_what, text, name) => {
      const cast = stage.cast(name);
      await typesEverywhere(cast, text);
      const people = [cast.engineer, cast.mentor, cast.manager];
      for (const person of people) expect(person.screen().notices).toEqual([]);
    },
  );

  it('was refused by Slack nowhere', () => {
    const refused = sandbox.traffic().filter(isRefusal);
    expect(refused).toEqual([]);
  });

  it('pings nobody, and links nowhere', () => {
    const own = new Set(names.flatMap((name) => Object.values(stage.cast(name)).map((person) => person.id)));
    const markup = sandbox.traffic().flatMap(sentBy).flatMap(markupIn);
    const strange = markup.filter((found) => !/^<(?:@\w+|#C\w+|!date\^[^>]*)>$/.test(found));
    expect([...new Set(strange)]).toEqual([]);
    const mentioned = markup.flatMap((found) => found.match(/^<@(\w+)>$/)?.[1] ?? []);
    expect(mentioned.length).toBeGreaterThan(50);
    expect([...new Set(mentioned)].filter((id) => !own.has(id))).toEqual([]);
    expect(JSON.stringify(sandbox.traffic().flatMap(sentBy))).toContain('&lt;!channel&gt;');
  });

  it('shows nothing of it on a lock screen', () => {
    for (const name of names) {
      for (const person of Object.values(stage.cast(name))) {
        for (const { text } of person.screen().notifications) {
          expect(text).not.toMatch(/bold|first|evil|🙂/);
          expect(text.length).toBeLessThan(200);
        }
      }
    }
  });

  it('is shown from its beginning, and says that there is more', async () => {
    const { engineer, mentor } = stage.cast('dot');
    await engineer.command('#eng-platform', '/oops', 'it began at noon. '.repeat(500));
    const asked = await acting.withButton(mentor, actionIds.accept);
    expect(readMessage(asked)).toMatch(/> it began at noon\.[^\n]*…/);
  });

  it('takes an empty /oops, and words that mean something only when they stand alone', async () => {
    const { engineer, mentor } = stage.cast('eve');
    await engineer.command('#eng-platform', '/oops', '   ');
    await acting.window(engineer, en.screens.reassurance.getPerson);
    expect(dmsTo(mentor)).toEqual([]);
    await engineer.close({ all: true });
    await engineer.command('#eng-platform', '/oops', 'status page is down because of me');
    await acting.dm(mentor, 'is asking for your help');
  });

  it('never has it, or a token, in the log', () => {
    expect(stage.leaks()).toEqual([]);
  });
});

function isRefusal(entry: TrafficEntry): boolean {
  // A window that was sent while it was being drawn anew is found no more under its old name: so it should be.
  const wasSent = entry.kind === 'call' && entry.method === 'views.update' && 'external_id' in entry.args;
  if (wasSent && entry.answer.error === 'not_found') return false;
  if (entry.kind === 'call') return entry.answer.ok !== true;
  return entry.kind === 'ack' && (entry.problem !== null || entry.late);
}

/** What the bot gave to Slack to show: messages, windows, answers. */
function sentBy(entry: TrafficEntry): readonly unknown[] {
  if (entry.kind === 'call') return [entry.args];
  if (entry.kind === 'ack') return [entry.payload];
  return entry.kind === 'response' ? [entry.body] : [];
}

/** Everything in angle brackets in what is shown as Slack's markup; plain text has none. */
function markupIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(markupIn);
  if (typeof value !== 'object' || value === null) return [];
  const record: Readonly<Record<string, unknown>> = { ...value };
  const inner = Object.entries(record).flatMap(([key, item]) =>
    key === 'text' && typeof item === 'string' ? [] : markupIn(item),
  );
  const isMarkup = record.type !== 'plain_text' && typeof record.text === 'string';
  return isMarkup ? [...inner, ...(String(record.text).match(/<[^>]*>/g) ?? [])] : inner;
}
