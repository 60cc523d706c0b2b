import { describe, expect, it } from '@jest/globals';
import type { InputBlock, ModalView } from '@slack/types';
import type { Incident } from '../../../src/domain/incident.ts';
import { viewIds } from '../../../src/slack/ids.ts';
import { escalationScreen, type ManagerFacts } from '../../../src/slack/views/screens/escalation.ts';
import { evening, minutes } from '../../domain/support/story.ts';
import { actionsIn, readAll, readingFor } from './support/reading.ts';
import { mona, noManager, typingIn, words } from './support/screens.ts';
import { stateOf } from './support/states.ts';

/** Alex is in Berlin (22:14 on Tuesday), Mona in Tokyo (05:14 on Wednesday). */
async function screen(
  state: string | Incident,
  typed: Readonly<Record<string, string>> = {},
  facts: ManagerFacts = mona,
  text?: string,
) {
  const incident = typeof state === 'string' ? stateOf(state) : state;
  const reading = await readingFor(incident, 'engineer', text);
  const viewer = { ...reading.viewer, zone: 'Europe/Berlin' };
  const typing = typingIn({ ...reading, viewer }, viewIds.escalation, typed);
  return escalationScreen(typing, facts, ['Mia'], words);
}

const fields = (view: ModalView) =>
  view.blocks.filter((block): block is InputBlock => block.type === 'input').map(({ element }) => element);
const names = (view: ModalView) => fields(view).map((element) => element.action_id);
const field = (view: ModalView, id: string) => fields(view).find((element) => element.action_id === id);
const chosen = (view: ModalView, id: string): unknown => {
  const element = field(view, id);
  return element !== undefined && 'initial_option' in element ? element.initial_option?.value : undefined;
};
const options = (view: ModalView, id: string): readonly string[] => {
  const element = field(view, id);
  if (element === undefined || !('options' in element)) return [];
  return (element.options ?? []).map((option) => option.text.text);
};
const carried = (view: ModalView): { readonly manager?: string } => JSON.parse(view.private_metadata ?? '');

describe('who is told', () => {
  it('is a line with their time and a way to change it, when the manager is known', async () => {
    const view = await screen('everything told');
    expect(names(view)).toEqual(['summary_text', 'summary_when']);
    expect(readAll(view)).toContain('*Your manager:* <@U_MONA> For them it is Wednesday 05:14 now.');
    expect(readAll(view)).toContain('Their notifications are off now;');
    expect(actionsIn(view)).toContain('change_manager');
    expect(carried(view).manager).toBe('U_MONA');
  });

  it('is asked when nobody is known, after Change, and when they could not be reached', async () => {
    for (const view of [
      await screen('everything told', {}, noManager),
      await screen('everything told', { change_manager: 'yes' }),
      await screen('summary refused'),
    ]) {
      expect(names(view)).toEqual(['manager', 'summary_text', 'summary_when']);
      expect(actionsIn(view)).not.toContain('change_manager');
      expect(carried(view).manager).toBeUndefined();
    }
  });

  it('keeps what was typed and chosen', async () => {
    const view = await screen('everything told', {
      ...{ change_manager: 'yes', summary_text: 'half a sen', summary_when: 'morning' },
    });
    expect(JSON.stringify(field(view, 'summary_text'))).toContain('half a sen');
    expect(chosen(view, 'summary_when')).toBe('morning');
  });
});

describe('when it goes', () => {
  it('offers five ways, the working day on both clocks', async () => {
    const view = await screen('everything told');
    expect(options(view, 'summary_when')).toEqual([
      'Now',
      'At the start of their working day',
      'At a time that I choose',
      'After my mentor has read it',
      'I will tell them myself',
    ]);
    expect(JSON.stringify(field(view, 'summary_when'))).toContain('Today 09:00 for them · 02:00 for you');
  });

  it('asks for a time only when that is chosen: half hours of one day on both clocks', async () => {
    expect(names(await screen('everything told'))).not.toContain('summary_at');
    const times = options(await screen('everything told', { summary_when: 'at' }), 'summary_at');
    expect(times).toHaveLength(48);
    expect(times[0]).toBe('Today 05:30 for them · 22:30 for you');
    expect(times.at(-1)).toBe('Tomorrow 05:00 for them · 22:00 for you');
  });

  it('shows one clock when both are the same, and half hours where the zone is a quarter off', async () => {
    const same = await screen('everything told', { summary_when: 'at' }, { ...mona, zone: 'Europe/Paris' });
    expect(options(same, 'summary_at')[0]).toBe('Today 22:30');
    const nepal = await screen(
      'everything told',
      { summary_when: 'at' },
      { ...mona, zone: 'Asia/Kathmandu' },
    );
    expect(options(nepal, 'summary_at')[0]).toBe('Today 02:00 for them · 22:15 for you');
  });

  it('shows the engineer’s own clock where Slack does not say where the manager is', async () => {
    const view = await screen('everything told', { summary_when: 'at' }, { ...mona, zone: null });
    expect(options(view, 'summary_at')[0]).toBe('Today 22:30 for you');
  });

  it('asks for the manager before the times', async () => {
    const view = await screen('everything told', { summary_when: 'at' }, noManager);
    expect(names(view)).not.toContain('summary_at');
    expect(readAll(view)).toContain('Choose your manager first.');
  });

  it('comes back with the time that was chosen, also when it is none of the half hours', async () => {
    const later = await screen('summary for later', {}, mona, 'my words');
    expect(chosen(later, 'summary_when')).toBe('at');
    expect(chosen(later, 'summary_at')).toBe(String(evening + minutes(700)));
    expect(JSON.stringify(field(later, 'summary_text'))).toContain('MANAGERONLY my words');
    expect(readAll(later)).toContain('Your summary goes out');
    expect(actionsIn(later)).toContain('send_summary');
  });
});

describe('I will tell them myself', () => {
  it('asks for no text, and says beforehand that it runs out while it is serious', async () => {
    const view = await screen('everything told', { summary_when: 'myself' });
    expect(names(view)).toEqual(['summary_when']);
    expect(readAll(view)).toContain(
      'If you have not told them within 30 minutes, I will send them the facts.',
    );
    expect(readAll(view)).toContain('Nothing you wrote is in them.');
    expect(JSON.stringify(field(view, 'summary_when'))).toContain('After 30 minutes I send them the facts.');
  });

  it('says until when it holds, once it was chosen, with a way to say that it is done', async () => {
    const view = await screen('summary by oneself');
    expect(readAll(view)).toMatch(/If you have not told <@U_MONA> by <!date\^\d+\^\{time\}\|20:44 UTC>/);
    expect(actionsIn(view)).toContain('i_have_told');
  });

  it('runs out for nobody when it is a small thing', async () => {
    const view = await screen('summary by oneself, a small thing');
    expect(readAll(view)).not.toContain('30 minutes');
    expect(readAll(view)).toContain('I send nothing.');
  });

  it('is over when they were told', async () => {
    const view = await screen('told by oneself');
    expect(readAll(view)).toContain('You have told <@U_MONA> yourself.');
    expect(names(view)).toEqual([]);
  });
});

describe('after my mentor has read it', () => {
  it('says who will read it', async () => {
    const somebody = await screen('everything told', { summary_when: 'after_helper' });
    expect(readAll(somebody)).toContain('<@U_MIA> will get it to read first.');
    const nobody = await screen('just opened', { summary_when: 'after_helper' });
    expect(readAll(nobody)).toContain('Whoever comes to help you gets it to read first.');
  });

  it('can be sent without waiting', async () => {
    const view = await screen('summary waits for a reader');
    expect(readAll(view)).toContain('Your summary waits until somebody who helps you has read it.');
    expect(actionsIn(view)).toContain('send_summary');
  });
});
