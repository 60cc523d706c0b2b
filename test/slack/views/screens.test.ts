import { describe, expect, it } from '@jest/globals';
import type { InputBlock, ModalView } from '@slack/types';
import type { Incident } from '../../../src/domain/incident.ts';
import { escalationScreen } from '../../../src/slack/views/screens/escalation.ts';
import { fixScreen } from '../../../src/slack/views/screens/fix.ts';
import { impactScreen, reachScreen } from '../../../src/slack/views/screens/impact.ts';
import { reassuranceScreen } from '../../../src/slack/views/screens/reassurance.ts';
import { changeStepWindow, resumeWindow } from '../../../src/slack/views/windows.ts';
import { actionsIn, readAll, readingFor } from './support/reading.ts';
import { halfTyped, mona, noManager, words } from './support/screens.ts';
import { stateOf } from './support/states.ts';

const engineer = (state: string | Incident, text?: string) =>
  readingFor(typeof state === 'string' ? stateOf(state) : state, 'engineer', text);

/** The input blocks of a view. */
function inputsOf(view: ModalView): readonly InputBlock[] {
  return view.blocks.filter((block): block is InputBlock => block.type === 'input');
}

/** The initial value of the field with this action id. */
function initialOf(view: ModalView, actionId: string): unknown {
  const element = inputsOf(view).find((block) => block.element.action_id === actionId)?.element;
  if (element === undefined) return undefined;
  if ('initial_value' in element) return element.initial_value;
  if ('initial_options' in element)
    return element.initial_options?.map((each) => 'value' in each && each.value);
  if ('initial_option' in element) return element.initial_option?.value;
  if ('initial_user' in element) return element.initial_user;
  return 'initial_date_time' in element ? element.initial_date_time : undefined;
}

const stop = 'Stop first.';

describe('every screen', () => {
  it('says how far along one is, and has Back but on the first', async () => {
    const reading = await engineer('everything told');
    const screens = [
      reassuranceScreen(reading, words),
      impactScreen(reading, words),
      reachScreen(reading, words),
      escalationScreen(reading, mona, [], words),
      fixScreen(reading, null, words),
    ];
    expect(screens.map((view) => readAll(view.blocks).split('\n')[0])).toEqual([
      'Step 1 of 4 · about 1 minute',
      'Step 2 of 4, part 1 of 2 · about 2 minutes',
      'Step 2 of 4, part 2 of 2 · about 2 minutes',
      'Step 3 of 4 · about 2 minutes',
      'Step 4 of 4 · take the time you need',
    ]);
    expect(screens.map((view) => actionsIn(view.blocks).includes('back'))).toEqual([
      false,
      true,
      true,
      true,
      true,
    ]);
  });

  it('asks at most three things at a time', async () => {
    const reading = await engineer('everything told');
    for (const view of [
      reassuranceScreen(reading, words),
      impactScreen(reading, words),
      reachScreen(reading, words),
    ]) {
      expect(inputsOf(view).length).toBeLessThanOrEqual(3);
    }
    const escalation = escalationScreen(reading, mona, [], words);
    expect(inputsOf(escalation)).toHaveLength(2);
  });
});

describe('reassurance', () => {
  const truth = 'I don’t know what your company will decide, and I won’t guess.';

  it('says what is true and promises nothing', async () => {
    expect(readAll(reassuranceScreen(await engineer('just opened'), words))).toContain(truth);
  });

  it.each([
    ['a helper came', '<@U_MIA> is with you.'],
    ['two helpers came', '<@U_MIA> and <@U_BEN> are with you.'],
    ['just opened', 'I have asked <@U_MIA> to come to you. I will tell you when they answer.'],
    ['asked with notifications off', 'I have asked <@U_BEN> to come to you.'],
  ])('says who is coming: %s', async (state, sentence) => {
    expect(readAll(reassuranceScreen(await engineer(state), words))).toContain(sentence);
  });

  it('has one button that asks somebody, when nobody was asked', async () => {
    expect(actionsIn(reassuranceScreen(await engineer('opened without a word'), words))).toContain(
      'get_person',
    );
  });

  it('lets the person choose somebody when nobody is left to ask', async () => {
    expect(actionsIn(reassuranceScreen(await engineer('nobody to ask'), words))).toContain('name_helper');
  });

  it.each([
    ['yes', true],
    ['unknown', true],
    ['no', false],
    [undefined, false],
  ] as const)('shows Stop first when the answer is %s: %s', async (stillHappening, isShown) => {
    const reading = halfTyped(await engineer('just opened'), { still_happening: stillHappening });
    const view = reassuranceScreen(reading, words);
    expect(readAll(view).includes(stop)).toBe(isShown);
  });

  it('keeps what stands in the fields', async () => {
    const typed = { still_happening: 'no', happened: 'half a sen' };
    const view = reassuranceScreen(halfTyped(await engineer('just opened'), typed), words);
    expect(initialOf(view, 'happened')).toBe('half a sen');
    expect(initialOf(view, 'still_happening')).toBe('no');
  });

  it('begins with what was written with the command', async () => {
    const view = reassuranceScreen(await engineer('just opened', 'i dropped it'), words);
    expect(initialOf(view, 'happened')).toBe('HELPERSONLY i dropped it');
  });

  it('says who will read the sentence, and who may', async () => {
    const text = JSON.stringify(reassuranceScreen(await engineer('just opened'), words));
    expect(text).toContain('I do not show it to your manager.');
    expect(text).toContain('Your company may be able to export it.');
  });
});

describe('impact', () => {
  it('comes back with the answers that were given', async () => {
    const reading = await engineer('everything told', 'the users table');
    expect(initialOf(impactScreen(reading, words), 'affected')).toBe('HELPERSONLY the users table');
    expect(initialOf(impactScreen(reading, words), 'kinds')).toEqual(['data_lost', 'slow']);
    expect(initialOf(reachScreen(reading, words), 'noticed_by')).toBe('customers');
    expect(initialOf(reachScreen(reading, words), 'spreading')).toBe('yes');
    expect(initialOf(reachScreen(reading, words), 'sensitive')).toBe('unknown');
  });

  it('lets every question be left empty, and offers "I don’t know" everywhere', async () => {
    const reading = await engineer('just opened');
    for (const view of [impactScreen(reading, words), reachScreen(reading, words)]) {
      for (const block of inputsOf(view)) expect(block.optional).toBe(true);
      expect(readAll(view)).toContain('I don’t know');
    }
  });
});

describe('escalation', () => {
  it('says how serious it is and why, and advises now when it is serious or unknown', async () => {
    const text = readAll(escalationScreen(await engineer('everything told'), mona, [], words));
    expect(text).toContain('*SEV1*, because data was lost, and customers or sensitive data are affected.');
    expect(text).toContain('I suggest telling your manager now.');
    expect(readAll(escalationScreen(await engineer('just opened'), mona, [], words))).toContain('I suggest');
  });

  it('lets a small thing wait', async () => {
    const small: Incident = {
      ...stateOf('everything told'),
      severity: { level: 'SEV4', reason: 'nobody_notices' },
    };
    const text = readAll(escalationScreen(await engineer(small), mona, [], words));
    expect(text).toContain('This can wait for working hours if you prefer.');
  });

  it('shows the manager’s time and that their notifications are off', async () => {
    const text = readAll(escalationScreen(await engineer('everything told'), mona, [], words));
    expect(text).toContain(
      '*Your manager:* <@U_MONA> For them it is Wednesday 05:14 now. Their notifications are off now;',
    );
  });

  it('says nothing of a time that Slack did not tell', async () => {
    const view = escalationScreen(await engineer('everything told'), noManager, [], words);
    expect(readAll(view)).not.toContain('For them it is');
    expect(initialOf(view, 'manager')).toBeUndefined();
  });

  it('drafts the message from the answers, and never from what was written in fright', async () => {
    const reading = await engineer('everything told', 'TYPED');
    const draft = initialOf(escalationScreen(reading, mona, ['Mia', 'Ben'], words), 'summary_text');
    expect(draft).toBe(
      [
        'Since 20:14 UTC we have had a problem with HELPERSONLY TYPED.',
        'What is known: data is lost, something is slow.',
        'Customers notice it.',
        'It looks very serious (SEV1).',
        'Mia and Ben are helping me.',
        'I will write again when I know more.',
      ].join('\n'),
    );
  });

  it('drafts whether it is still happening, where that is known', async () => {
    const told = async (stillHappening: Incident['stillHappening']) => {
      const reading = await engineer('everything told');
      const incident = { ...reading.incident, stillHappening };
      return initialOf(escalationScreen({ ...reading, incident }, mona, [], words), 'summary_text');
    };
    expect(await told('yes')).toContain('It is still happening.');
    expect(await told('no')).toContain('It is not happening any more.');
    expect(await told('unknown')).not.toContain('happening');
  });

  it('drafts it in the right number for one helper, and for none', async () => {
    const reading = await engineer('everything told');
    const draft = (helpers: readonly string[]) =>
      initialOf(escalationScreen(reading, mona, helpers, words), 'summary_text');
    expect(draft(['Mia'])).toContain('Mia is helping me.');
    expect(draft([])).toContain('I have asked for help.');
  });

  it('says what is known about who notices, also when it is nobody', async () => {
    const incident = stateOf('everything told');
    const quiet: Incident = { ...incident, impact: { ...incident.impact, noticedBy: 'nobody' } };
    const draft = initialOf(escalationScreen(await engineer(quiet), mona, [], words), 'summary_text');
    expect(draft).toContain('Nobody has noticed it, as far as I know.');
  });

  it('asks nothing more once the summary is on its way, and again when it was refused', async () => {
    const view = async (state: string) => escalationScreen(await engineer(state), mona, [], words);
    expect(readAll(await view('summary on its way'))).toContain('Your summary to <@U_MONA> is on its way.');
    expect(readAll(await view('summary delivered'))).toContain('<@U_MONA> has your summary.');
    expect(initialOf(await view('summary delivered'), 'summary_text')).toBeUndefined();
    expect(initialOf(await view('summary refused'), 'summary_text')).toContain('MANAGERONLY');
  });
});

describe('fix', () => {
  it('shows each step with what can be done with it', async () => {
    const view = fixScreen(await engineer('a plan with steps in every state', 'do it'), null, words);
    const text = readAll(view);
    expect(text).toContain('*1.* PLACEONLY do it\n_in progress_');
    expect(text).toContain('*2.* PLACEONLY do it\n_done_');
    expect(text).toContain('*3.* PLACEONLY do it\n_did not work_');
    expect(text).toContain('<@U_MIA> has checked it');
    expect(text).toContain('<@U_MIA> would rather change it · “PLACEONLY do it”');
    expect(actionsIn(view).filter((id) => id.startsWith('step_move'))).toEqual([
      'step_move.done',
      'step_move.failed',
      'step_move.started',
      'step_move.started',
      'step_move.started',
      'step_move.started',
    ]);
  });

  it('shows of a long plan what is still to be done, numbered as it is', async () => {
    const incident = stateOf('a plan of many steps');
    const begun: Incident = {
      ...incident,
      steps: incident.steps.map((step, index) => (index < 2 ? { ...step, state: 'done' } : step)),
    };
    const text = readAll(fixScreen(await engineer(begun), null, words));
    expect(text).not.toContain('*2.* ');
    expect(text).toContain('*3.* ');
    expect(text).toContain('*22.* ');
    expect(text).not.toContain('*23.* ');
    expect(text).toContain('4 more steps are not shown here.');
  });

  it('gives the fields of the next step new names, so that they are empty again', async () => {
    const idsOf = async (state: string) =>
      fixScreen(await engineer(state), null, words).blocks.flatMap((block) =>
        block.type === 'input' ? [block.block_id] : [],
      );
    const [one, other] = [await idsOf('everything told'), await idsOf('a plan of many steps')];
    expect(one.filter((id) => other.includes(id))).toEqual([]);
  });

  it('says Stop first until it is known to have stopped', async () => {
    expect(readAll(fixScreen(await engineer('everything told'), null, words))).toContain(stop);
    const stopped: Incident = { ...stateOf('everything told'), stillHappening: 'no' };
    expect(readAll(fixScreen(await engineer(stopped), null, words))).not.toContain(stop);
  });

  it('opens a step to be changed with what it says now', async () => {
    const reading = await engineer('a plan of many steps', 'restore');
    const [step] = reading.incident.steps;
    if (step === undefined) throw new Error('the plan is empty');
    const view = changeStepWindow(reading, step, words);
    expect(initialOf(view, 'step_text')).toBe('PLACEONLY restore');
    expect(initialOf(view, 'step_confidence')).toBe('5');
    expect(initialOf(view, 'step_undo')).toBe('yes');
  });
});

describe('coming back while one is open', () => {
  it('asks whether it is the same, and says that what was written is kept', () => {
    const view = resumeWindow(stateOf('just opened'), 'w1', words);
    expect(readAll(view)).toContain('OOPS-42 is still open. Is this about the same thing?');
    expect(readAll(view)).toContain('What you just wrote is kept with it as a note.');
    expect(actionsIn(view)).toEqual(['resume_incident', 'new_incident']);
  });
});
