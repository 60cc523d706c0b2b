import { describe, expect, it } from '@jest/globals';
import { noSettings } from '../../../src/app/settings.ts';
import { checkView } from '../../../src/sandbox/blocks/blocks.ts';
import { settingsWindow } from '../../../src/slack/views/settings/settings-window.ts';
import { topicWindow } from '../../../src/slack/views/settings/topic-window.ts';
import { wordsFor } from '../../../src/slack/words/words.ts';
import { actionsIn, onTheWire, readAll } from './support/reading.ts';
import { everythingSet, factsOf, settingsViews } from './support/settings.ts';
import { textsPeopleType } from './support/typed.ts';

const words = wordsFor('en');
const facts = factsOf(everythingSet('Databases'));

describe('the windows of the settings', () => {
  it.each(Object.entries(textsPeopleType))('are such as Slack accepts, with %s', (_name, text) => {
    const faults = Object.entries(settingsViews(text)).flatMap(([name, view]) =>
      checkView(onTheWire(view), 'modal').map((problem) => ({ name, problem })),
    );
    expect(faults).toEqual([]);
  });
});

describe('the settings', () => {
  it('show each topic with what is set, and a way to change it', () => {
    const view = settingsWindow(facts, words);
    const text = readAll(view.blocks);
    expect(text).toContain(
      '*My people*\nMentor: <@U_MIA> · Then: <@U_BEN> and <@U_CLEO> · Manager: <@U_MONA>',
    );
    expect(text).toContain('*Duty contact*\n<@U_MONA>');
    expect(text).toContain('*Databases 0*: <@U_ZOE>');
    expect(text).toContain('95 more');
    expect(actionsIn(view.blocks)).toHaveLength(9);
  });

  it('leave everybody their own people, and say who can change the rest', () => {
    const view = settingsWindow({ ...facts, mayChange: false }, words);
    expect(actionsIn(view.blocks)).toEqual(['settings_topic']);
    expect(readAll(view.blocks)).toContain('The rest is for <@U_ADA> and <@U_BEN> to set');
    const nobodyNamed = settingsWindow({ ...factsOf(noSettings, false) }, words);
    expect(readAll(nobodyNamed.blocks)).toContain('for the owners and admins of this workspace to set');
  });

  it('say plainly that user groups need a paid plan', () => {
    const text = readAll(topicWindow('pool', facts, { kind: 'no_plan' }, words).blocks);
    expect(text).toContain('User groups need a paid plan of Slack’s. Please choose people instead.');
  });

  it('say before a service is named what becomes of it', () => {
    const text = readAll(topicWindow('services', facts, { kind: 'unknown' }, words).blocks);
    expect(text).toContain('When something serious affects it, I ask that person too.');
  });
});
