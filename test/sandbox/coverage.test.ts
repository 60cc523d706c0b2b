import { describe, expect, it } from '@jest/globals';
import { coverage, pageOf } from '../../src/sandbox/api/coverage.ts';
import { routes } from '../../src/sandbox/api/routes.ts';

describe('the table of what is covered', () => {
  it('names exactly the methods that have a route', () => {
    expect(Object.keys(coverage).sort()).toEqual(Object.keys(routes).sort());
  });

  it.each(Object.keys(coverage))('lists the arguments that %s takes', (method) => {
    expect([...(coverage[method]?.arguments ?? [])].sort()).toEqual(
      [...(routes[method]?.argumentNames ?? [])].sort(),
    );
  });

  it('points to the page of each method', () => {
    expect(pageOf('chat.postMessage')).toBe('https://docs.slack.dev/reference/methods/chat.postMessage');
  });
});
