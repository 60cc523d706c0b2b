import type { MovedOn } from '../../../domain/effects.ts';

const movedOn: Record<MovedOn, (person: string) => string> = {
  declined: (person) => `${person} cannot come right now.`,
  unanswered: (person) => `${person} has not answered yet.`,
  paused: (person) => `I messaged ${person}, but notifications are off there.`,
  refused: (person) => `I could not message ${person}.`,
};

export const asking = {
  preview: 'Somebody asked for your help in Oops.',
  title: (person: string, name: string, time: string) =>
    `*${person} is asking for your help* · ${name} · since ${time}`,
  happened: '*What they wrote:*',
  nothingWritten: 'They have not written what happened yet. That can wait.',
  still: {
    yes: 'It is still happening.',
    no: 'It is not happening any more.',
    unknown: 'They do not know whether it is still happening.',
  },
  impact: (text: string) => `*Impact so far:* ${text}`,
  severity: (level: string) => `*Severity:* ${level}`,
  whereThread: (link: string) => `*Where:* ${link}`,
  threadLink: 'their thread',
  whereDirect: (person: string) => `*Where:* write to ${person} directly.`,
  sayFirstTitle: '*What to say first*',
  sayFirst:
    '“I’m here. It was right to tell me. Nothing else has to happen this minute. Tell me what you saw.”',
  promise:
    'You need not know the system. Calm first, then impact, then the manager, then the fix. Please do not promise anything about jobs.',
  answerBy: (time: string) => `If you have not answered by ${time}, I will ask somebody else as well.`,
  accept: 'I’m with them',
  decline: 'I can’t',
  accepted: (person: string) => `You are with ${person}. Thank you.`,
  acceptedWrite: (person: string) => `${person} knows that you are coming. Please write to them now.`,
  declined: 'That is fine. Somebody else has been asked.',
  declinedButton: 'I can come after all',
  somebodyElse: (people: string) => `${people} is with them. You can leave this.`,
  unanswered: 'Somebody else has been asked as well. You can still come.',
  over: (name: string) => `${name} is over. Thank you.`,
  fine: (name: string) => `${name} turned out fine. You can leave this. Thank you.`,
  helperCameThread: (person: string) => `${person} is with you, here in this thread.`,
  helperCameDirect: (person: string) => `${person} is with you, and will write to you directly.`,
  moved: (why: MovedOn, person: string) => movedOn[why](person),
  movedTo: (person: string) => `I have asked ${person} as well.`,
  movedNowhere: 'I know of nobody else to ask. Who should I ask for you?',
  nobody: 'I do not know yet whom to ask for you. Who should I ask?',
  askedForYou: (engineer: string, person: string) =>
    `${engineer}, I have not heard from you, so I have asked ${person} to come to you.`,
  choose: 'Choose somebody',
  stoodDown: (name: string) => `${name} is over. You can leave it. Thank you for being there to be asked.`,
  stoodDownFine: (name: string) =>
    `${name} turned out fine. You can leave it. Thank you for being there to be asked.`,
};
