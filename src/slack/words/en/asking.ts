import type { AskedWhy, MovedOn } from '../../../domain/effects.ts';
import { listedAre } from './people.ts';

const movedOn: Record<MovedOn, (person: string) => string> = {
  declined: (person) => `${person} cannot come right now.`,
  unanswered: (person) => `${person} has not answered yet.`,
  paused: (person) => `I messaged ${person}, but their notifications are off.`,
  refused: (person) => `I could not message ${person}.`,
};

const asked: Record<AskedWhy, (engineer: string, person: string) => string> = {
  silence: (engineer, person) =>
    `${engineer}, I have not heard from you, so I have asked ${person} to come to you.`,
  more: (_engineer, person) => `I have asked ${person} as well.`,
  named: (_engineer, person) => `I have asked ${person}.`,
  next: (_engineer, person) => `I have asked ${person}.`,
};

export const asking = {
  saidMorePreview: 'Oops: there is more to read.',
  saidMore: (person: string, name: string) => `*${person} wrote more* · ${name}`,
  noticedAgain: (person: string, name: string) =>
    `${person}, I saw your new message and kept it with ${name}, which is still open. If you need one more person, press the button.`,
  keptWords: (name: string) => `I have kept this with ${name}. Whoever helps you can read it.`,
  keptWordsUnasked: 'I have kept this. Nobody has been asked to help you yet. I can do that now.',
  noticedHere: (name: string) =>
    `I saw this and kept it with ${name}, which is still open. Only you can see this line.`,
  notes: '*They also wrote:*',
  preview: 'Somebody asked for your help in Oops.',
  previewCame: 'Oops: somebody is with you.',
  previewMoved: 'Oops: news about who can come.',
  previewChoose: 'Oops: please choose a person to ask.',
  previewAnswered: 'Oops: somebody has looked at a step.',
  previewStoodDown: 'Oops: you do not need to come.',
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
  whereThread: (link: string, person: string) =>
    `*Where:* ${link}. If you cannot open it, write to ${person} directly.`,
  threadLink: 'their thread',
  whereDirect: (person: string) => `*Where:* write to ${person} directly.`,
  sayFirstTitle: '*What to say first*',
  sayFirst:
    '“I’m here. It was right to tell me. Nothing else has to happen this minute. Tell me what you saw.”',
  promise:
    'You do not need to know the system. Calm first, then the impact, then the manager, then the fix. Please do not promise anything about jobs.',
  answerBy: (time: string) => `If you have not answered by ${time}, I will look for somebody else as well.`,
  accept: 'I’m with them',
  later: 'In 10 minutes; ask someone too',
  decline: 'I can’t',
  openIt: 'Open it',
  writeStep: 'Write a step',
  accepted: (person: string) => `You are with ${person}. Thank you.`,
  acceptedWrite: (person: string) => `${person} knows that you are coming. Please write to them now.`,
  postponed: (time: string) =>
    `They know that you can come at ${time}. I look for somebody else as well. If nobody is there by then, I will write to you.`,
  comesAt: (person: string, time: string) => `${person} can come at ${time}.`,
  comesAtNobodyElse: 'Until then I know of nobody else to ask. Who should I ask for you?',
  previewReminder: 'Oops: somebody still needs a person.',
  reminder: (person: string) => `Nobody is with ${person} yet. Can you come now?`,
  reminderOver: 'This has been answered. Thank you.',
  relieved: (by: string, person: string) =>
    `${by} is with ${person} now. You do not need to come. Thank you.`,
  declined: 'That is fine. Thank you for answering.',
  declinedButton: 'I can come after all',
  somebodyElse: (people: readonly string[]) => `${listedAre(people)} with them. You can leave this.`,
  unanswered: 'The time to answer has passed. You can still come.',
  openAgain: 'This was over, and is open again. You need not come. You still can.',
  over: (name: string) => `${name} is over. Thank you.`,
  fine: (name: string) => `${name} turned out fine. You can leave this. Thank you.`,
  helperCameThread: (person: string) => `${person} is with you, and will write here or to you directly.`,
  helperCameDirect: (person: string, next: string) =>
    `${person} is with you.${next === '' ? '' : ` ${next}`}`,
  moved: (why: MovedOn, person: string) => movedOn[why](person),
  movedTo: (why: MovedOn, person: string) =>
    why === 'unanswered' || why === 'paused'
      ? `I have asked ${person} as well.`
      : `I have asked ${person} instead.`,
  movedNowhere: 'I know of nobody else to ask. Who should I ask for you?',
  movedNowhereWith: (people: readonly string[]) =>
    `${listedAre(people)} with you. I know of nobody else to ask. Who should I ask as well?`,
  stepNeedsReader: 'A step in your plan waits for a second person to read it.',
  nobody: 'I do not know yet whom to ask for you. Who should I ask?',
  asked: (why: AskedWhy, engineer: string, person: string) => asked[why](engineer, person),
  choose: 'Choose somebody',
  somebodyMore: 'Ask somebody I choose',
  stoodDown: (name: string) => `${name} is over. You do not need to come. Thank you.`,
  stoodDownFine: (name: string) => `${name} turned out fine. You do not need to come. Thank you.`,
};
