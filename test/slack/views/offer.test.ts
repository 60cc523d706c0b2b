import { describe, expect, it } from '@jest/globals';
import { offerReasons, offerStates } from '../../../src/domain/offer.ts';
import { checkMessageBlocks } from '../../../src/sandbox/blocks/blocks.ts';
import { links, offerShown } from './support/offers.ts';
import { actionsIn, onTheWire, readAll } from './support/reading.ts';

const directly = ['wrote', 'small_talk', 'helper_wrote', 'manager_wrote'] as const;

describe('an offer of help', () => {
  it.each(offerReasons)('can be shown by Slack, and its lock screen tells nothing (%s)', (why) => {
    for (const state of offerStates) {
      const message = offerShown(why, { state });
      if (message === null) continue;
      expect(checkMessageBlocks(onTheWire(message.blocks))).toEqual([]);
      expect(message.text).toMatch(/^Oops: an? (?:question|answer) for you\.$/);
    }
  });

  it('links to the message and has two buttons, the first of which gets a person', () => {
    const message = offerShown('worry');
    expect(readAll(message)).toContain(`<${links.message}|your message>`);
    expect(actionsIn(message)).toEqual(['offer_yes', 'offer_no']);
  });

  it('says that somebody else wrote about the same, with a link', () => {
    expect(readAll(offerShown('burst'))).toContain(`<${links.first}|Somebody else wrote>`);
  });

  it('says that a colleague pointed at it, and not who', () => {
    const text = readAll(offerShown('pointed_at'));
    expect(text).toContain('A colleague thinks');
    expect(text).not.toContain('<@');
  });

  it('says that Oops is a program to somebody who writes to it', () => {
    expect(readAll(offerShown('wrote'))).toContain('I am a program, not a person');
  });

  it('answers thanks without asking whether it is nothing', () => {
    expect(actionsIn(offerShown('small_talk'))).toEqual(['offer_yes']);
  });

  it.each(['accepted', 'declined'] as const)('is one kind line without buttons when it is %s', (state) => {
    const message = offerShown('worry', { state });
    expect(message?.blocks).toHaveLength(1);
    expect(actionsIn(message)).toEqual([]);
  });

  it('is taken away where newer words have a question of their own, and says so elsewhere', () => {
    for (const why of directly) expect(offerShown(why, { state: 'withdrawn' })).toBeNull();
    expect(readAll(offerShown('worry', { state: 'withdrawn' }))).toContain('You changed your message');
  });
});
