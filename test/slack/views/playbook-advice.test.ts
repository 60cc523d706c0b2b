import { describe, expect, it } from '@jest/globals';
import type { Playbook } from '../../../src/domain/playbook.ts';
import { fixScreen } from '../../../src/slack/views/screens/fix.ts';
import { readAll, readingFor } from './support/reading.ts';
import { words } from './support/screens.ts';
import { stateOf } from './support/states.ts';

describe('the advice of a playbook that a workspace wrote', () => {
  const loud = '<!channel> *now* & <https://elsewhere.example|here>';
  const playbook: Playbook = {
    ...{ id: 'own', title: `title ${loud}`, signs: { words: [], impact: [] }, stopFirst: [`stop ${loud}`] },
    doNotYet: [{ what: `warning ${loud}`, why: '' }],
    ...{ evidence: [], options: [], steps: [], notes: '' },
  };

  it('is shown literally, and pings nobody', async () => {
    const view = fixScreen(await readingFor(stateOf('everything told'), 'engineer'), playbook, words);
    const shown = readAll(view.blocks);
    expect(shown).toContain('&lt;!channel&gt;');
    expect(shown).not.toContain('<!channel>');
    expect(shown).not.toContain('<https://elsewhere.example');
  });
});
