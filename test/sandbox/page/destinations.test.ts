import { describe, expect, it } from '@jest/globals';
import { type Destination, fitting } from '../../../src/sandbox/page/switcher/destinations.ts';

const person = (name: string, note = ''): Destination => ({
  kind: 'person',
  user: name,
  key: name,
  name,
  note,
  rank: 0,
});

describe('the quick switcher', () => {
  const all = [
    person('alex-denny', ''),
    person('Morgan Lee', 'Denny’s manager'),
    person('Denny Park'),
    person('general'),
  ];

  it('puts names that begin so before words that do, and notes last', () => {
    expect(fitting(all, ' Den').map((each) => each.name)).toEqual(['Denny Park', 'alex-denny', 'Morgan Lee']);
  });

  it('takes a name with its sign, and shows everything while nothing is typed', () => {
    expect(fitting(all, '#gen').map((each) => each.name)).toEqual(['general']);
    expect(fitting(all, '')).toEqual(all);
  });
});
