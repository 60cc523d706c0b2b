import { expect, it } from '@jest/globals';
import { isSmallTalk } from '../../../src/slack/listeners/small-talk.ts';

it.each([
  'thanks',
  'Thank you so much!',
  'ok',
  'ok, thanks :pray:',
  '👍',
  ':heart: :+1:',
  'Got it. Thanks a lot',
  'danke',
])('asks for nothing: %s', (text) => {
  expect(isSmallTalk(text)).toBe(true);
});

it.each([
  '',
  'thanks but it broke again',
  'hello?',
  'are you there',
  'ok so i deleted it',
  'no no no help',
  '42',
])('wants an answer: %s', (text) => {
  expect(isSmallTalk(text)).toBe(false);
});
