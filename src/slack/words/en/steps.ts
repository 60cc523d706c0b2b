import type { StepState } from '../../../domain/incident.ts';

const states: Record<StepState, string> = {
  waiting: 'waits for a second person',
  ready: 'ready',
  started: 'in progress',
  done: 'done',
  failed: 'did not work',
  removed: 'taken out',
};

export const steps = {
  line: (number: number, text: string, state: StepState) => `*${number}.* ${text}\n_${states[state]}_`,
  approvedBy: (person: string) => `${person} has checked it`,
  questionedBy: (person: string) => `${person} would rather change it`,
  sureness: (value: number) => `sure: ${value} of 5`,
  undo: { yes: 'can be undone', no: 'cannot be undone', unknown: 'not known whether it can be undone' },
  start: 'Start',
  isDone: 'Done',
  didNotWork: 'Did not work',
  tryAgain: 'Try again',
  change: 'Change',
  remove: 'Take out',
  changeTitle: 'Change this step',
  checkPreview: 'A step in an incident waits for you.',
  checkTitle: (person: string, name: string) => `*A step waits for a second person* · ${name} · ${person}`,
  checkWhy:
    'They are not sure of it, or it may not be possible to undo it. Please read it before they start.',
  approve: 'Looks good; I know this system',
  question: 'Let’s change it',
  questionTitle: 'Let’s change it',
  questionLabel: 'What would you do instead?',
  questionHint: 'You can leave this empty and talk to them.',
  approvedYou: 'You have checked this step. They can start it.',
  questionedYou: 'They know that you would rather change it.',
  changedSince: 'This step was written anew. There is a newer message about it.',
  gone: 'This step is not in the plan any more.',
  beyond: 'This step does not wait any more.',
  approved: (person: string) => `${person} has checked a step: it is ready to start.`,
  questioned: (person: string) => `${person} would rather change a step.`,
  openPlan: 'Open the plan',
};
