import type { Part } from '../../../domain/part.ts';

export type ListLine = {
  readonly name: string;
  readonly status: string;
  readonly severity: string;
  readonly since: string;
  readonly part: string;
};

const parts: Record<Part, (engineer: string) => string> = {
  engineer: () => 'Yours.',
  helper: (engineer) => `You are with ${engineer}.`,
  asked: (engineer) => `You were asked to help ${engineer}.`,
  manager: (engineer) => `${engineer} wrote you a summary. It is in our direct messages.`,
};

export const answers = {
  help: [
    '*/oops what happened*: I ask a person to come to you, at once.',
    '*/oops* alone: the first window, or back to where you were.',
    '*/oops status*: how your incident stands, and the way back to it.',
    '*/oops list*: everything open that you have a part in.',
    '*/oops handoff @person*: somebody else goes on.',
    '*/oops resolve*: it is over.',
    '*/oops settings*: whom I ask for you.',
    'You can also write to me here in plain words, or mention me in a channel.',
    'In a thread, use the menu of a message: *Get help with this*.',
  ].join('\n'),
  noOpenIncident: 'You have no open incident. Type /oops if something has gone wrong.',
  openIncident: (name: string) => `${name} is open.`,
  resolved: (name: string) => `${name} is over. Whoever was asked knows.`,
  listTitle: (count: number) => (count === 1 ? '1 is open.' : `${count} are open.`),
  listLine: ({ name, status, severity, since, part }: ListLine) =>
    `*${name}* · ${status} · ${severity} · since ${since}\n${part}`,
  part: (part: Part, engineer: string) => parts[part](engineer),
  handOffWhom: 'Say to whom: /oops handoff @person. Nothing was changed.',
  handOffWhich:
    'You are helping in more than one. Please press the button for handing off in my message about the one you mean.',
  handedOff: (person: string, name: string) =>
    `${person} knows that you want to hand over ${name}. I will tell you when they answer.`,
  practiceNotYet: 'Practice is not built yet. Nothing was started, and nobody was asked.',
  onlyAuthor: (person: string) => `This is for ${person} to answer. If you can help, write in the thread.`,
};
