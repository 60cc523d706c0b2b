import { describe, expect, it } from '@jest/globals';
import type { MessageBody } from '../../../src/domain/effects.ts';
import { actionsIn, readAll, shown } from './support/reading.ts';
import { stateOf } from './support/states.ts';

const read = async (body: MessageBody, state: string) => {
  const message = await shown(body, stateOf(state));
  return message === null ? null : { text: readAll(message.blocks), buttons: actionsIn(message.blocks) };
};

describe('a mentor who comes in ten minutes', () => {
  it('is named to the engineer with the time, and so is who is asked as well', async () => {
    const message = await read({ kind: 'help_later', ask: 'a1', next: 'a2' }, 'a helper comes later');
    expect(message?.text).toMatch(/^<@U_MIA> can come at <!date.*I have asked <@U_BEN> as well\.$/);
  });

  it('leaves a way to name somebody when nobody else is known', async () => {
    const message = await read({ kind: 'help_later', ask: 'a1', next: null }, 'a helper comes later');
    expect(message?.text).toContain('Who should I ask for you?');
    expect(message?.buttons).toEqual(['choose_helper']);
  });

  it('stands on the card with the time', async () => {
    expect((await read({ kind: 'card' }, 'a helper comes later'))?.text).toMatch(/<@U_MIA> \(can come at/);
  });

  it('can still come, or not, in their own message', async () => {
    const message = await read({ kind: 'ask', ask: 'a1' }, 'a helper comes later');
    expect(message?.text).toContain('They know that you can come at');
    expect(message?.buttons).toEqual(['accept_ask', 'decline_ask']);
  });

  it('is asked again while nobody is there, and told when it was answered', async () => {
    const asked = await read({ kind: 'late_reminder', ask: 'a1' }, 'the ten minutes are over');
    expect(asked?.text).toBe('Nobody is with <@U_ALEX> yet. Can you come now?\nI’m with them\nI can’t');
    const answered = await read({ kind: 'late_reminder', ask: 'a1' }, 'a helper came');
    expect(answered).toEqual({ text: 'This has been answered. Thank you.', buttons: [] });
  });

  it('reads who came in their place', async () => {
    const body: MessageBody = { kind: 'relieved', ask: 'a1', by: 'U_BEN' };
    const message = await read(body, 'somebody came for who comes later');
    expect(message?.text).toBe('<@U_BEN> is with <@U_ALEX> now. You do not need to come. Thank you.');
  });
});

describe('handing over', () => {
  it('shows on the card who has the keyboard', async () => {
    expect((await read({ kind: 'card' }, 'a helper has the keyboard'))?.text).toContain(
      '*At the keyboard:* <@U_MIA>',
    );
  });

  it('tells who has it, with the way in', async () => {
    const body: MessageBody = { kind: 'keyboard_yours', person: 'U_MIA', from: 'U_ALEX' };
    const message = await read(body, 'a helper has the keyboard');
    expect(message?.text).toContain('*<@U_ALEX> has given you the keyboard* · OOPS-42');
    expect(message?.buttons).toEqual(['continue']);
  });

  it('says at the top of the request whose place it is', async () => {
    const message = await read({ kind: 'ask', ask: 'a2' }, 'somebody is to take over');
    expect(message?.text).toMatch(/^\*<@U_MIA> would like to hand over to you\.\*/);
    const own = await read({ kind: 'ask', ask: 'a1' }, 'somebody is to take over');
    expect(own?.text).toContain('I have asked <@U_ZOE> to go on in your place.');
  });

  it('thanks who was released, and offers them nothing more to press', async () => {
    const message = await read({ kind: 'ask', ask: 'a1' }, 'somebody took over');
    expect(message?.text).toContain('Somebody else goes on in your place. Thank you.');
    expect(message?.buttons).toEqual([]);
  });
});
