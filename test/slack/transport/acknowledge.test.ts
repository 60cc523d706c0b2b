import { afterEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { homeOpenedSchema, postedMessageSchema } from '../../../src/slack/event-payloads.ts';
import type { Heard } from '../../../src/slack/listen.ts';
import { waitUntil } from './support/wait-until.ts';
import { gate, openWorkshop, type Workshop } from './support/workshop.ts';

let workshop: Workshop;
afterEach(() => workshop.close());

const alex = () => workshop.sandbox.person('U0ALEX');
const acks = () => workshop.sandbox.traffic().filter((entry) => entry.kind === 'ack');
const envelopes = () => workshop.sandbox.traffic().filter((entry) => entry.kind === 'envelope');

describe('an event', () => {
  it('is acknowledged when its listener is done, not before', async () => {
    const done = gate();
    const heard: string[] = [];
    workshop = await openWorkshop(({ listen }) => {
      listen.event('message', postedMessageSchema, async ({ text }) => {
        heard.push(text);
        await done.opened;
      });
    });
    await alex().post('#eng-platform', 'I deleted it');
    await waitUntil('the listener to begin', () => heard.length === 1);
    expect(acks()).toEqual([]);
    done.open();
    await waitUntil('the acknowledgement', () => acks().length === 1);
  });

  it('whose listener failed is not acknowledged, and comes again with the same id', async () => {
    const heard: { eventId: string; retryNum: number }[] = [];
    workshop = await openWorkshop(({ listen }) => {
      listen.event('message', postedMessageSchema, async (_message, { eventId, retryNum }) => {
        heard.push({ eventId, retryNum });
        if (heard.length === 1) throw new Error('the database is down');
      });
    });
    await alex().post('#eng-platform', 'I deleted it');
    await waitUntil('the failure', () => workshop.logged('an event failed').length === 1);
    expect(acks()).toEqual([]);
    await workshop.sandbox.clock.advance(3000);
    await waitUntil('the acknowledgement', () => acks().length === 1);
    expect(heard.map(({ retryNum }) => retryNum)).toEqual([0, 1]);
    expect(new Set(heard.map(({ eventId }) => eventId)).size).toBe(1);
    expect(workshop.logged('an event failed')).toMatchObject([{ level: 40, retryNum: 0 }]);
  });

  it('that fails each time is an error in the log after the last time', async () => {
    workshop = await openWorkshop(({ listen }) => {
      listen.event('message', postedMessageSchema, async () => {
        throw new Error('the database is down');
      });
    });
    await alex().post('#eng-platform', 'I deleted it');
    const failures = () => workshop.logged('an event failed');
    for (const [count, ms] of [
      [1, 3000],
      [2, 63_000],
      [3, 303_000],
    ] as const) {
      await waitUntil(`failure ${count}`, () => failures().length === count);
      await workshop.sandbox.clock.advance(ms);
    }
    await waitUntil('the last failure', () => failures().length === 4);
    expect(failures().map(({ level }) => level)).toEqual([40, 40, 40, 50]);
    expect(workshop.lines.filter(({ level }) => level === 50)).toHaveLength(1);
    expect(acks()).toEqual([]);
    expect(workshop.logText()).not.toContain('I deleted it');
  });

  it('that cannot be read is acknowledged, since it would be no clearer again', async () => {
    workshop = await openWorkshop(({ listen }) => {
      listen.event('message', z.object({ nowhere: z.string() }), async () => {});
    });
    await alex().post('#eng-platform', 'I deleted it');
    await waitUntil('the acknowledgement', () => acks().length === 1);
    expect(workshop.logged('could not be read')).toMatchObject([{ level: 50 }]);
    expect(workshop.logText()).toContain('nowhere');
    expect(workshop.logText()).not.toContain('I deleted it');
  });

  it('that nobody listens to is acknowledged', async () => {
    workshop = await openWorkshop();
    await alex().post('#eng-platform', 'hello');
    await waitUntil('the acknowledgement', () => acks().length === 1);
  });

  it('of our own making is not handed on, our edits are', async () => {
    const heard: string[] = [];
    workshop = await openWorkshop(({ listen }) => {
      listen.event('message', postedMessageSchema, async ({ text }) => void heard.push(text));
      listen.event('message', z.looseObject({}), async () => void heard.push('an edit'), 'message_changed');
    });
    const posted = await workshop.calls.insist('chat.postMessage', { waiting: 'background' }, (client) =>
      client.chat.postMessage({ channel: 'C0ENGPLAT', text: 'ours' }),
    );
    await workshop.calls.insist('chat.update', { waiting: 'background' }, (client) =>
      client.chat.update({ channel: 'C0ENGPLAT', ts: posted.ts ?? '', text: 'ours, changed' }),
    );
    await alex().post('#eng-platform', 'theirs');
    await waitUntil('the message', () => heard.includes('theirs'));
    expect(heard).toEqual(['an edit', 'theirs']);
  });

  it('reaches the listener of its subtype only', async () => {
    const heard: string[] = [];
    workshop = await openWorkshop(({ listen }) => {
      listen.event('message', postedMessageSchema, async ({ text }) => void heard.push(`posted ${text}`));
      listen.event('message', z.looseObject({}), async () => void heard.push('deleted'), 'message_deleted');
      listen.event(
        'app_home_opened',
        homeOpenedSchema,
        async ({ user }) => void heard.push(`home of ${user}`),
      );
    });
    const posted = await alex().post('#eng-platform', 'oh');
    await waitUntil('the post', () => heard.length === 1);
    await alex().delete('#eng-platform', posted.result === 'done' ? (posted.ts ?? '') : '');
    await waitUntil('the deletion', () => heard.length === 2);
    await alex().openHome();
    await waitUntil('the home tab', () => heard.length === 3);
    expect(heard).toEqual(['posted oh', 'deleted', 'home of U0ALEX']);
  });
});

describe('a command', () => {
  it('is answered with what the listener returns', async () => {
    workshop = await openWorkshop(({ listen }) => {
      listen.command('/work', async ({ text, user }) => ({ text: `${user} said ${text}` }));
    });
    expect(await alex().command('#eng-platform', '/work', 'hello')).toMatchObject({ result: 'done' });
    const shown = await waitUntil('the answer', () =>
      alex()
        .history('#eng-platform')
        .find(({ ephemeral }) => ephemeral),
    );
    expect(shown.text).toBe('U0ALEX said hello');
  });

  it('may be acknowledged before its listener is done', async () => {
    const done = gate();
    workshop = await openWorkshop(({ listen }) => {
      listen.command('/work', async (_command, { ack }) => {
        await ack({ text: 'soon' });
        await done.opened;
        return { text: 'ignored' };
      });
    });
    expect(await alex().command('#eng-platform', '/work')).toMatchObject({ result: 'done' });
    expect(workshop.app.status().running).toBe(1);
    done.open();
    await waitUntil('the acknowledgement', () => acks().length === 1);
    expect(acks()).toMatchObject([{ payload: { text: 'soon' } }]);
  });
});

describe('what every listener hears', () => {
  it('is the team, who we are, and an id that also stands in the log lines of its work', async () => {
    const heard: Heard[] = [];
    workshop = await openWorkshop(({ listen }, { calls }) => {
      listen.command('/work', async (_command, { ack, ...rest }) => {
        heard.push(rest);
        await calls.attempt('auth.test', { waiting: 'person' }, (client) => client.auth.test());
        return undefined;
      });
    });
    await alex().command('#eng-platform', '/work');
    await alex().command('#eng-platform', '/work');
    const [first, second] = heard;
    expect(first).toMatchObject({
      team: 'T0SANDBOX',
      botUserId: 'U0OOPSBOT',
      botId: 'B0OOPSBOT',
      retryNum: 0,
    });
    expect(first?.correlationId).toMatch(/^[0-9a-z]{7}-[0-9a-z]{5}$/);
    expect(second?.correlationId).not.toBe(first?.correlationId);
    const calls = workshop.lines.filter(({ slackMethod }) => slackMethod === 'auth.test').slice(-2);
    expect(calls.map(({ correlationId }) => correlationId)).toEqual(
      heard.map(({ correlationId }) => correlationId),
    );
  });
});

describe('stopping', () => {
  it('lets what runs finish and be acknowledged, and leaves the rest to Slack', async () => {
    const done = gate();
    const heard: string[] = [];
    workshop = await openWorkshop(({ listen }) => {
      listen.event('message', postedMessageSchema, async ({ text }) => {
        heard.push(text);
        await done.opened;
      });
    });
    await alex().post('#eng-platform', 'first');
    await waitUntil('the first', () => heard.length === 1);
    const stopped = workshop.app.stop(5000);
    await alex().post('#eng-platform', 'second');
    await waitUntil('the second to be sent', () => envelopes().length === 2);
    done.open();
    expect(await stopped).toBe(0);
    expect(heard).toEqual(['first']);
    expect(acks()).toHaveLength(1);
    expect(workshop.app.status()).toMatchObject({ reachable: false, sockets: 0, running: 0 });
  });

  it('tells how many were cut off when the time is up', async () => {
    const never = gate();
    workshop = await openWorkshop(({ listen }) => {
      listen.event('message', postedMessageSchema, () => never.opened);
    });
    await alex().post('#eng-platform', 'first');
    await waitUntil('the first', () => workshop.app.status().running === 1);
    expect(await workshop.app.stop(20)).toBe(1);
    expect(acks()).toEqual([]);
    never.open();
  });

  it('loses nothing when the sockets are dropped while something runs', async () => {
    const done = gate();
    const heard: string[] = [];
    workshop = await openWorkshop(({ listen }) => {
      listen.event('message', postedMessageSchema, async ({ text }) => {
        heard.push(text);
        if (heard.length === 1) await done.opened;
      });
    });
    await alex().post('#eng-platform', 'first');
    await waitUntil('the first', () => heard.length === 1);
    await workshop.sandbox.admin({ do: 'sockets', how: 'drop' });
    done.open();
    await waitUntil('an acknowledgement', () => acks().length > 0);
    expect(new Set(heard)).toEqual(new Set(['first']));
  });

  it('goes on hearing everything while Slack recycles its sockets', async () => {
    const heard: string[] = [];
    workshop = await openWorkshop(({ listen }) => {
      listen.event('message', postedMessageSchema, async ({ text }) => void heard.push(text));
    });
    const ways = ['warn', 'refresh', 'drop', 'warn'] as const;
    for (const how of ways) {
      await workshop.sandbox.admin({ do: 'sockets', how });
      await alex().post('#eng-platform', how);
    }
    await waitUntil('everything is acknowledged', () => acks().length >= ways.length);
    expect(new Set(heard)).toEqual(new Set(ways));
  });
});
