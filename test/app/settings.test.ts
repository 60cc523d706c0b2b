import { describe, expect, it } from '@jest/globals';
import { changeSettings, mayChangeSettings, noSettings } from '../../src/app/settings.ts';
import { poolOrder } from '../../src/domain/policy.ts';
import { people } from '../domain/support/people.ts';

const service = (id: string, name: string, owner = people.ben.user) => ({ id, name, owner });

describe('who may change the settings', () => {
  const settings = { ...noSettings, admins: [people.ben.user, people.gus.user, people.otto.user] };

  it.each([
    ['ada', true, 'they look after the workspace'],
    ['ben', true, 'they were named'],
    ['zoe', false, 'nobody named them'],
    ['gus', false, 'a guest never may, named or not'],
    ['otto', false, 'somebody from outside never may'],
  ] as const)('%s: %s, because %s', (who, may, _why) => {
    expect(mayChangeSettings(settings, people[who])).toBe(may);
  });
});

describe('services', () => {
  it('have one owner each: the same name again changes the owner, and the service stays itself', () => {
    const first = changeSettings(noSettings, { topic: 'add_service', service: service('v1', 'Billing') });
    const again = { topic: 'add_service', service: service('v2', 'billing', people.zoe.user) } as const;
    expect(changeSettings(first, again).services).toEqual([service('v1', 'billing', people.zoe.user)]);
  });

  it('can be taken out', () => {
    const one = changeSettings(noSettings, { topic: 'add_service', service: service('v1', 'Billing') });
    expect(changeSettings(one, { topic: 'remove_service', id: 'v1' }).services).toEqual([]);
  });
});

describe('the order of the pool', () => {
  it('asks those later who were asked twice in seven days, and keeps the order otherwise', () => {
    const asked = new Map([
      ['a', 2],
      ['b', 1],
      ['d', 5],
    ]);
    expect(poolOrder(['a', 'b', 'c', 'd'], asked)).toEqual(['b', 'c', 'a', 'd']);
  });
});
