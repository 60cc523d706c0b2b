import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { PersonDriver, Sandbox } from '../../src/sandbox/surface.ts';
import { people } from '../support/bot.ts';
import { roomsOf, saying } from '../support/reading-slack.ts';
import { type Acting, actingIn } from './support/acting.ts';
import { leaksIn, typedOverTheWire } from './support/leaks.ts';
import { type Cast, type Stage, setStage } from './support/stage.ts';

jest.setTimeout(60_000);

const summary = 'The salaries table is gone. Somebody helps me.';
const step = 'Restore the salaries backup beside it';
const spoken = ['salaries: tell me slowly what you saw', 'salaries: i pressed enter in the wrong window'];

describe('a private incident, beside people who have no part in it', () => {
  let stage: Stage;
  let sandbox: Sandbox;
  let acting: Acting;
  let cast: Cast;
  /** In the same public channels; a guest in one of them; somebody of another organisation in a shared one. */
  let outsiders: Readonly<Record<'colleague' | 'guest' | 'stranger', PersonDriver>>;
  let before: ReadonlyMap<string, number>;
  /** Joining a channel is said in it, in the same words for a public one. */
  let saidBefore: ReadonlySet<string>;

  beforeAll(async () => {
    stage = await setStage({ engineers: ['ada'] });
    ({ sandbox } = stage);
    acting = actingIn(sandbox);
    cast = stage.cast('ada');
    outsiders = {
      colleague: sandbox.person(people.sam),
      guest: sandbox.person(people.kim),
      stranger: sandbox.person(people.robin),
    };
    await outsiders.colleague.join('#eng-platform');
    await outsiders.colleague.do({ do: 'invite', channel: '#eng-platform', users: ['@kim'] });
    const shared = sandbox.person(people.alex);
    await shared.do({ do: 'invite', channel: '#partner-acme', users: [`@${'ada.engineer'}`] });
    saidBefore = new Set(typedOverTheWire(sandbox));
    before = new Map(Object.values(outsiders).map((person) => [person.id, reach(person).messages.length]));
  }, 60_000);

  afterAll(() => stage.clear(), 30_000);

  /** Everything that a person can open in their Slack, and every message in it. */
  function reach(person: PersonDriver) {
    const { conversations, stack, home, notices, notifications } = person.screen();
    const messages = conversations.flatMap(({ id }) => person.history(id));
    return { conversations, messages, rest: { stack, home, notices, notifications } };
  }

  /** What of the incident somebody could find, by words or by its name; and what came to them since it began. */
  function found(person: PersonDriver): readonly string[] {
    const { conversations, messages, rest } = reach(person);
    const lines = [...conversations, ...messages, rest].map((each) => JSON.stringify(each));
    const named = lines.filter((line) => /oops-\d+/i.test(line));
    const fromOops = messages.filter(({ isBot }) => isBot).map(({ text }) => text);
    return [
      ...leaksIn(lines, [
        ...typedOverTheWire(sandbox).filter((each) => !saidBefore.has(each)),
        ...spoken,
        summary,
        step,
      ]),
      ...named,
      ...fromOops,
    ];
  }

  async function nobodyNoticed(): Promise<void> {
    for (const person of Object.values(outsiders)) {
      expect(found(person)).toEqual([]);
      expect(reach(person).messages).toHaveLength(before.get(person.id) ?? 0);
    }
  }

  it('is not noticed when it is opened and a mentor comes into a room', async () => {
    await acting.asks(cast, 'i dropped the salaries table');
    await acting.tellsWhatHappened(cast);
    await acting.press(cast.mentor, 'accept_ask');
    await sandbox.until(() => saying(roomMessages(), 'you can write here'), { what: 'the room' });
    await nobodyNoticed();
  });

  it('is not noticed while they write to each other, plan, and tell the manager', async () => {
    const [room] = roomsOf(cast.mentor);
    await cast.mentor.post(room?.id ?? '', spoken[0] ?? '');
    await cast.engineer.post(room?.id ?? '', spoken[1] ?? '');
    await acting.tellsManager(cast, summary);
    await acting.plans(cast.engineer, step);
    await cast.engineer.close({ all: true });
    await acting.dm(cast.manager, summary);
    await acting.withButton(cast.mentor, 'approve_step');
    await nobodyNoticed();
  });

  it('is not noticed when it ends and its room goes', async () => {
    await acting.press(cast.mentor, 'resolve');
    await sandbox.until(() => saying(roomMessages(), 'will be archived'), { what: 'the end' });
    await stage.later(3_600_000);
    await sandbox.until(() => roomsOf(cast.engineer).every(({ archived }) => archived), { what: 'archived' });
    await nobodyNoticed();
  });

  it('cannot be reached by who knows the id of its room', async () => {
    const [room] = roomsOf(cast.engineer);
    for (const person of Object.values(outsiders)) {
      const joined = await person.join(room?.id ?? '').catch(() => ({ result: 'refused' }));
      expect(joined.result).toBe('refused');
      const posted = await person.post(room?.id ?? '', 'hello').catch(() => ({ result: 'refused' }));
      expect(posted.result).toBe('refused');
    }
  });

  it('is not noticed when it began in a channel that another organisation reads', async () => {
    const { engineer, mentor } = cast;
    const ts = await engineer.post('#partner-acme', 'oh no i just deleted the production salaries, help');
    expect(ts).toMatchObject({ result: 'done' });
    const line = await acting.withButton(engineer, 'yes_help');
    expect(line.channel).toBe(engineer.dm());
    await engineer.click(line, 'yes_help');
    await acting.press(mentor, 'accept_ask');
    await sandbox.until(() => roomsOf(mentor).find(({ archived }) => !archived), { what: 'another room' });
    const { stranger } = outsiders;
    const fromOops = reach(stranger).messages.filter(({ isBot }) => isBot);
    expect(fromOops).toEqual([]);
    expect(JSON.stringify(reach(stranger).conversations)).not.toMatch(/oops-\d+/);
  });

  const roomMessages = () => roomsOf(cast.engineer).flatMap(({ id }) => cast.engineer.history(id));
});
