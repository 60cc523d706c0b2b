import { afterEach, describe, expect, it } from '@jest/globals';
import type { ModalView } from '@slack/types';
import { StoreBusy } from '../../../src/app/ports.ts';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { actions, button, header, input, modal, section, textInput } from '../../../src/slack/blocks.ts';
import type { SlackApp } from '../../../src/slack/bolt-app.ts';
import type { SlackCalls } from '../../../src/slack/calls.ts';
import { Declined } from '../../../src/slack/declined.ts';
import { problemBlockId } from '../../../src/slack/problem-view.ts';
import { waitUntil } from './support/wait-until.ts';
import { gate, openWorkshop, saidIn, type Workshop, type WorkshopRest, words } from './support/workshop.ts';

let workshop: Workshop;
afterEach(() => workshop.close());

const typed = 'I deleted the production database';
const failing = async () => {
  throw new Error(`insert failed: ${typed}`);
};
const alex = () => workshop.sandbox.person('U0ALEX');
const whispers = (channel = '#eng-platform') =>
  alex()
    .history(channel)
    .filter(({ ephemeral }) => ephemeral);
const inTheirDm = () =>
  alex()
    .history(alex().dm())
    .filter(({ isBot }) => isBot);
const references = () =>
  workshop.lines.filter(({ level, reference }) => level === 50 && reference !== undefined);

const form = (blocks: ModalView['blocks'] = []): ModalView => ({
  ...modal({ title: 'A form', submit: 'Send', callbackId: 'form', privateMetadata: 'kept', blocks: [] }),
  blocks,
});
const field = input('what', 'What happened', textInput('text'), { optional: true });

type Register = (app: SlackApp, parts: { calls: SlackCalls; sandbox: Sandbox }) => void;

/** `/work` opens this view. */
async function open(view: ModalView, register: Register, rest?: WorkshopRest): Promise<void> {
  workshop = await openWorkshop((app, parts) => {
    app.listen.command('/work', async ({ triggerId }, { ack }) => {
      await ack();
      await parts.calls.insist('views.open', { waiting: 'person' }, (client) =>
        client.views.open({ trigger_id: triggerId, view }),
      );
      return undefined;
    });
    register(app, parts);
  }, rest);
  await alex().command('#eng-platform', '/work');
  await waitUntil('the form is open', () => alex().view());
}

/** A message with a button, posted by the bot. */
async function postButton(channel: string, register: Register): Promise<{ channel: string; ts: string }> {
  workshop = await openWorkshop(register);
  const posted = await workshop.calls.insist('chat.postMessage', { waiting: 'background' }, (client) =>
    client.chat.postMessage({ channel, text: 'x', blocks: [actions([button('press', 'Press')])] }),
  );
  return { channel, ts: posted.ts ?? '' };
}

describe('a command that fails', () => {
  it('hands what was typed to the words, and to no log', async () => {
    const given: unknown[] = [];
    workshop = await openWorkshop(({ listen }) => listen.command('/work', failing), {
      words: { ...words, sentence: ({ typed }) => String(given.push(typed)) },
    });
    await alex().command('#eng-platform', '/work', typed);
    await waitUntil('the answer is shown', () => whispers().length > 0);
    expect(given).toEqual([typed]);
    expect(workshop.logText()).not.toContain(typed);
  });

  it('is answered where it was typed, only to whom typed it, with the reference that is in the log', async () => {
    workshop = await openWorkshop(({ listen }) => listen.command('/work', failing));
    expect(await alex().command('#eng-platform', '/work', typed)).toMatchObject({ result: 'done' });
    const [shown] = await waitUntil('the answer is shown', () => whispers().length > 0 && whispers());
    expect(shown?.text).toMatch(saidIn('command'));
    expect(references()).toHaveLength(1);
    expect(shown?.text).toContain(references()[0]?.reference);
    expect(references()[0]?.correlationId).toBe(references()[0]?.reference);
  });

  it('after its acknowledgement is answered all the same', async () => {
    workshop = await openWorkshop(({ listen }) =>
      listen.command('/work', async (_command, { ack }) => {
        await ack();
        return failing();
      }),
    );
    await alex().command('#eng-platform', '/work');
    const [shown] = await waitUntil('the answer is shown', () => whispers().length > 0 && whispers());
    expect(shown?.text).toMatch(saidIn('command'));
  });

  it('is answered by DM when nothing can be shown where it was typed', async () => {
    workshop = await openWorkshop(({ listen }, { sandbox }) =>
      listen.command('/work', async ({ responseUrl: _ }, { ack }) => {
        await ack();
        await sandbox.fault({ fault: 'missing_method', method: 'chat.postEphemeral' });
        await sandbox.fault({ fault: 'http_error', method: 'response_url', status: 500 });
        return failing();
      }),
    );
    await alex().command('#eng-platform', '/work');
    await waitUntil('they are told', () => inTheirDm().length + whispers().length > 0);
  });

  it('because the payload does not parse is answered too', async () => {
    workshop = await openWorkshop(({ listen }) => listen.command('/work', failing));
    const acked: unknown[] = [];
    await workshop.boundary.answer({
      body: { command: '/work', user_id: 'U0ALEX', text: 7 },
      error: new TypeError('bad'),
      reference: 'r',
      ack: { isSent: false, send: async (answer) => acked.push(answer) > 0 },
    });
    expect(acked).toEqual([{ response_type: 'ephemeral', text: 'failed in command: r' }]);
  });
});

describe('a form that fails', () => {
  it('stays open with what was typed, and says so at its first field', async () => {
    await open(form([section('Hello'), field]), ({ listen }) => listen.submission('form', failing));
    await alex().fill({ what: typed });
    expect(await alex().submit()).toMatchObject({
      result: 'invalid',
      by: 'app',
      errors: [{ blockId: 'what', message: expect.stringMatching(saidIn('submission')) }],
    });
    expect(alex().view()?.values).toEqual({ what: { text: typed } });
    expect(workshop.logText()).not.toContain('I deleted');
  });

  it('says at the field what the listener declined, without an error in the log', async () => {
    const other = input('when', 'When', textInput('text'), { optional: true });
    await open(form([field, other]), ({ listen }) =>
      listen.submission('form', async () => {
        throw new Declined('Please choose a later time.', 'when');
      }),
    );
    expect(await alex().submit()).toMatchObject({
      errors: [{ blockId: 'when', message: 'Please choose a later time.' }],
    });
    expect(workshop.lines.filter(({ level }) => level >= 40)).toEqual([]);
  });

  it('without fields is shown again with the sentence above it', async () => {
    await open(form([header('Are you sure?')]), ({ listen }) => listen.submission('form', failing));
    expect(await alex().submit()).toMatchObject({ result: 'done' });
    const view = await waitUntil('the view says it', () => {
      const shown = alex().view();
      return shown?.blocks[0]?.block_id === problemBlockId && shown;
    });
    expect(view).toMatchObject({ callbackId: 'form', title: 'A form', submit: 'Send' });
    expect(view.blocks).toHaveLength(2);
    // And the same again does not pile up.
    await alex().submit();
    expect(alex().view()?.blocks).toHaveLength(2);
  });

  it('of an older version is told to be unknown', async () => {
    await open(form([field]), () => {});
    await alex().fill({ what: typed });
    expect(await alex().submit()).toMatchObject({
      errors: [{ message: expect.stringMatching(saidIn('submission', 'unknown_control')) }],
    });
  });

  it('because the database did not answer says that it was not saved', async () => {
    await open(form([field]), ({ listen }) =>
      listen.submission('form', async () => {
        throw new StoreBusy();
      }),
    );
    expect(await alex().submit()).toMatchObject({
      errors: [{ message: expect.stringMatching(saidIn('submission', 'too_slow')) }],
    });
  });

  it('because it took too long is answered before Slack gives up, and its work is told to stop', async () => {
    const end = gate();
    const signals: AbortSignal[] = [];
    await open(
      form([field]),
      ({ listen }) =>
        listen.submission('form', async (_form, { signal }) => {
          signals.push(signal);
          await end.opened;
          return { response_action: 'clear' };
        }),
      { answerWithinMs: 50 },
    );
    await alex().fill({ what: typed });
    expect(await alex().submit()).toMatchObject({
      errors: [{ message: expect.stringMatching(saidIn('submission', 'too_slow')) }],
    });
    expect(signals[0]?.aborted).toBe(true);
    expect(workshop.app.status().running).toBe(1);
    expect(alex().view()?.values).toEqual({ what: { text: typed } });
    end.open();
    await waitUntil('it has ended', () => workshop.app.status().running === 0);
    expect(alex().stack()).toHaveLength(1);
  });
});

describe('a click that fails', () => {
  it('in a form shows the sentence above it and keeps what was typed', async () => {
    await open(form([field, actions([button('press', 'Press')])]), ({ listen }) =>
      listen.click('press', failing),
    );
    await alex().fill({ what: typed });
    await alex().click({ in: 'view' }, 'press');
    const view = await waitUntil('the view says it', () => {
      const shown = alex().view();
      return shown?.blocks[0]?.block_id === problemBlockId && shown;
    });
    expect(JSON.stringify(view.blocks[0])).toMatch(/failed in click_in_view: /);
    expect(view.values).toEqual({ what: { text: typed } });
    expect(view).toMatchObject({ callbackId: 'form', submit: 'Send' });
  });

  it('in a form that was changed meanwhile opens a window above it', async () => {
    await open(form([field, actions([button('press', 'Press')])]), ({ listen }, { calls }) =>
      listen.click('press', async ({ place }) => {
        const id = place.in === 'message' ? '' : place.view.id;
        await calls.insist('views.update', { waiting: 'person' }, (client) =>
          client.views.update({ view_id: id, view: form([field]) }),
        );
        return failing();
      }),
    );
    await alex().click({ in: 'view' }, 'press');
    await waitUntil('a window is above it', () => alex().stack().length === 2);
    expect(alex().view()).toMatchObject({ title: 'A problem', close: 'Close', submit: null });
  });

  it('in a message is answered beside it', async () => {
    const message = await postButton('C0ENGPLAT', ({ listen }) => listen.click('press', failing));
    expect(await alex().click({ in: 'message', ...message }, 'press')).toMatchObject({ result: 'done' });
    const [shown] = await waitUntil('the answer is shown', () => whispers().length > 0 && whispers());
    expect(shown?.text).toMatch(saidIn('click_in_message'));
    expect(
      alex()
        .history('#eng-platform')
        .find(({ ts }) => ts === message.ts)?.text,
    ).toBe('x');
  });

  it('in the home tab opens a window', async () => {
    workshop = await openWorkshop(({ listen }) => listen.click('press', failing));
    await workshop.calls.insist('views.publish', { waiting: 'background' }, (client) =>
      client.views.publish({
        user_id: 'U0ALEX',
        view: { type: 'home', blocks: [actions([button('press', 'Press')])] },
      }),
    );
    await alex().openHome();
    await alex().click({ in: 'home' }, 'press');
    const view = await waitUntil('a window is open', () => alex().view());
    expect(JSON.stringify(view.blocks)).toMatch(/failed in click_in_home: /);
  });

  it('on something that nobody knows any more is answered', async () => {
    const message = await postButton('C0ENGPLAT', () => {});
    await alex().click({ in: 'message', ...message }, 'press');
    const [shown] = await waitUntil('the answer is shown', () => whispers().length > 0 && whispers());
    expect(shown?.text).toMatch(saidIn('click_in_message', 'unknown_control'));
  });
});

describe('a shortcut that fails', () => {
  it('on a message is answered beside it', async () => {
    workshop = await openWorkshop(({ listen }) => listen.messageShortcut('about_this', failing));
    const posted = await alex().post('#eng-platform', typed);
    await alex().messageShortcut(
      '#eng-platform',
      posted.result === 'done' ? (posted.ts ?? '') : '',
      'about_this',
    );
    const [shown] = await waitUntil('the answer is shown', () => whispers().length > 0 && whispers());
    expect(shown?.text).toMatch(saidIn('message_shortcut'));
  });

  it('from anywhere opens a window', async () => {
    workshop = await openWorkshop(({ listen }) => listen.globalShortcut('anywhere', failing));
    await alex().globalShortcut('anywhere');
    const view = await waitUntil('a window is open', () => alex().view());
    expect(JSON.stringify(view.blocks)).toMatch(/failed in global_shortcut: /);
  });

  it('because Slack refused a call says that, and by DM when the trigger is used up', async () => {
    workshop = await openWorkshop(({ listen }, { calls }) =>
      listen.globalShortcut('anywhere', async ({ triggerId }) => {
        for (let twice = 0; twice < 2; twice += 1) {
          await calls.insist('views.open', { waiting: 'person' }, (client) =>
            client.views.open({ trigger_id: triggerId, view: form([field]) }),
          );
        }
      }),
    );
    await alex().globalShortcut('anywhere');
    const [told] = await waitUntil('they are told', () => inTheirDm().length > 0 && inTheirDm());
    expect(told?.text).toMatch(saidIn('global_shortcut', 'expired'));
  });
});

describe('nobody', () => {
  it('is left in the dark silently: what could not be told is in the log', async () => {
    workshop = await openWorkshop();
    await workshop.sandbox.fault({ fault: 'missing_method', method: 'chat.postMessage' });
    await workshop.boundary.answer({
      body: { type: 'shortcut', user: { id: 'U0ALEX' } },
      error: new Error('x'),
      reference: 'r-1',
      ack: { isSent: true, send: async () => false },
    });
    expect(workshop.logged('could not be told')).toMatchObject([{ level: 50, reference: 'r-1' }]);
  });

  it.each([
    undefined,
    null,
    7,
    'text',
    [],
    {},
    { type: 'odd' },
    { actions: 'x', user: 7, view: [] },
    { command: null },
  ])('breaks the boundary with a body like %j', async (body) => {
    workshop = await openWorkshop();
    const sent: unknown[] = [];
    await workshop.boundary.answer({
      body,
      error: 'not even an error',
      reference: 'r-1',
      ack: { isSent: false, send: async (answer) => sent.push(answer) > 0 },
    });
    expect(sent).toEqual([undefined]);
  });
});
