import type { Phase } from '../../../domain/phases.ts';
import type { ImpactKind, NoticedBy } from '../../../domain/severity.ts';
import { listed, listedAre } from './people.ts';

const kinds: Record<ImpactKind, string> = {
  unavailable: 'Something cannot be used',
  data_lost: 'Data is lost',
  data_wrong: 'Data is wrong',
  exposed: 'Data or a secret is exposed',
  wrong_recipients: 'Something went to the wrong people',
  slow: 'Something is slow',
  none: 'It is small, and stays small: nothing lost or exposed, nobody notices',
  unknown: 'I don’t know',
};

const kindsShort: Record<ImpactKind, string> = {
  unavailable: 'something cannot be used',
  data_lost: 'data is lost',
  data_wrong: 'data is wrong',
  exposed: 'data or a secret is exposed',
  wrong_recipients: 'something went to the wrong people',
  slow: 'something is slow',
  none: 'nothing is lost or exposed',
  unknown: 'not known yet',
};

const noticedBy: Record<NoticedBy, string> = {
  customers: 'Customers',
  colleagues: 'Only people in the company',
  nobody: 'Nobody, as far as I know',
  unknown: 'I don’t know',
};

const minutes: Record<Phase, string> = {
  reassurance: 'about 1 minute',
  impact: 'about 2 minutes',
  escalation: 'about 2 minutes',
  fix: 'take the time you need',
};

const titles: Record<Phase, string> = {
  reassurance: 'First, a person',
  impact: 'What is affected',
  escalation: 'Telling your manager',
  fix: 'The plan',
};

export const screens = {
  title: (phase: Phase) => titles[phase],
  progress: (step: number, phase: Phase, part: string | null) =>
    `Step ${step} of 4${part === null ? '' : `, ${part}`} · ${minutes[phase]}`,
  part: (part: number, of: number) => `part ${part} of ${of}`,
  opening: {
    title: 'Oops',
    text: 'I’m here. One moment.',
  },
  reassurance: {
    policy: (text: string, link: string | null) =>
      `I don’t know what your company will decide, and I won’t guess. It has written:\n${text}${link === null ? '' : `\nHere is ${link}.`}`,
    policyLink: 'the whole text',
    truth:
      'I don’t know what your company will decide, and I won’t guess. One person’s mistake should not be able to do this alone. Write what you saw and did; leave fault for later.',
    withYou: (people: readonly string[]) => `${listedAre(people)} with you.`,
    asked: (people: readonly string[]) =>
      `I have asked ${listed(people)} to come to you. I will tell you when they answer.`,
    nobodyAsked:
      'You do not have to do this alone. The button asks somebody for you; everything else can wait.',
    nobodyKnown:
      '*Who should I ask for you?* A mentor, a colleague you trust, anybody who can be with you now.',
    getPerson: 'Get me a person',
    choosePerson: 'Choose a person',
    happened: 'What happened, in one sentence?',
    happenedHint:
      'You can leave this empty. Your helper will see it. I do not show it to your manager. Your company may be able to export it.',
    stillHappening: 'Is it still happening?',
  },
  impact: {
    affected: 'What is affected?',
    affectedHint: 'A service, a table, a page, a customer. Leave it empty if you don’t know.',
    kinds: 'In what way?',
    kind: (kind: ImpactKind) => kinds[kind],
    kindShort: (kind: ImpactKind) => kindsShort[kind],
  },
  reach: {
    noticedBy: 'Who notices it?',
    noticed: (value: NoticedBy) => noticedBy[value],
    spreading: 'Can it get worse by itself?',
    spreadingHint: 'For example because new data is still being written.',
    sensitive: 'Could personal data, customer data, money or safety be involved?',
    sensitiveHint: 'You do not have to be sure. Somebody else decides what has to be reported.',
  },
  escalation: {
    severity: (level: string, reason: string) => `*${level}*, because ${reason}.`,
    change: 'Change',
    adviseNow:
      'I suggest telling your manager now. An early, unfinished message is better than a late one, and they can get you help.',
    adviseCalm: 'This can wait for working hours if you prefer.',
    manager: 'Who is your manager?',
    managerIs: (person: string) => `*Your manager:* ${person}`,
    changeManager: 'Change',
    managerTime: (time: string) => `For them it is ${time} now.`,
    managerPaused: 'Their notifications are off now; they will see it when they come back.',
    text: 'What they will read',
    textHint: 'I wrote a first version from your answers. Please change whatever you like.',
    when: 'When should I send it?',
    whenNow: 'Now',
    whenMorning: 'At the start of their working day',
    whenAt: 'At a time that I choose',
    whenAfterHelper: 'After my mentor has read it',
    whenMyself: 'I will tell them myself',
    whenMyselfSerious: 'After 30 minutes I send them the facts.',
    at: 'Which time?',
    atHint: 'Both clocks are shown.',
    atNeedsManager: 'Choose your manager first. Then I show the times, on their clock and on yours.',
    clocks: (day: string, theirs: string, yours: string) => `${day} ${theirs} for them · ${yours} for you`,
    clock: (day: string, time: string) => `${day} ${time}`,
    clockYours: (day: string, time: string) => `${day} ${time} for you`,
    today: 'Today',
    tomorrow: 'Tomorrow',
    afterHelper: (helpers: readonly string[]) =>
      helpers.length === 0
        ? 'Whoever comes to help you gets it to read first. It goes out on their yes, or when you send it yourself.'
        : `${listed(helpers)} will get it to read first. It goes out on the first yes, or when you send it yourself.`,
    myself: 'I send nothing. On the card you can say that you have told them.',
    myselfRunsOut: (person: string, time: string) =>
      `If you have not told ${person} by ${time}, I will send them the facts. The facts are: what kind of problem, since when, who is helping, and how serious it is. Nothing you wrote is in them. I write to you 5 minutes before.`,
    myselfRunsOutSoon: (minutes: number) =>
      `If you have not told them within ${minutes} minutes, I will send them the facts. The facts are: what kind of problem, since when, who is helping, and how serious it is. Nothing you wrote is in them. I write to you 5 minutes before.`,
    waitsForTime: (time: string) => `Your summary goes out ${time}.`,
    waitsForHelper: 'Your summary waits until somebody who helps you has read it.',
    waitsForYou: 'You are telling them yourself.',
    sendNow: 'Send it now',
    iHaveTold: 'I have told them',
    toldByYou: (person: string) => `You have told ${person} yourself. There is nothing more to do here.`,
    onItsWay: (person: string) =>
      `Your summary to ${person} is on its way. There is nothing more to do here.`,
    sent: (person: string) => `${person} has your summary. There is nothing more to do here.`,
  },
  fix: {
    playbook: (title: string) => `*What has helped others: ${title}*`,
    stopFirst: '*Stop first:*',
    notYet: '*Not yet:*',
    evidence: '*Keep these as they are:*',
    stepsOfOthers: '*Steps that others took:*',
    readPlaybook: 'Read what has helped others',
    windowTitle: 'What has helped others',
    options: '*Options, and what to watch for*',
    plan: '*Your steps*',
    moreSteps: (count: number) =>
      count === 1 ? '1 more step is not shown here.' : `${count} more steps are not shown here.`,
    noSteps: 'No steps yet. Write the first one below. It can be small.',
    waits: 'Steps that you are not sure of, or that cannot be undone, wait for a second person.',
    text: 'The next step',
    textHint: 'One thing to do, as you would say it to a colleague.',
    confidence: 'How sure are you that it is right?',
    confidenceOf: (value: number) =>
      ['', '1: not sure at all', '2: not very sure', '3: half sure', '4: quite sure', '5: sure'][value] ??
      String(value),
    undo: 'Can it be undone?',
    add: 'Add this step',
    done: 'Done for now',
  },
  small: {
    title: 'It looks small',
    text: 'This looks small (SEV4): nobody notices it, and nothing is lost. There is nothing more to fill in. Asking was right.',
    over: 'It’s over',
    plan: 'Make a plan',
    bigger: 'If it turns out to be bigger, press Continue on the card, or type /oops.',
  },
  retry: {
    title: 'Not saved yet',
    text: 'I could not save this just now. What you wrote is below. Please press the button again.',
    label: 'What happened, in one sentence?',
    submit: 'Try again',
  },
  note: { title: 'Add a note', label: 'What should be remembered?', hint: 'Your helpers can read it.' },
  resume: {
    title: 'You have one open',
    text: (name: string) => `${name} is still open. Is this about the same thing?`,
    back: (name: string) => `${name} is still open. This is where you were.`,
    textKept: 'What you just wrote is kept with it as a note.',
    same: 'Yes, continue there',
    different: 'No, this is something new',
  },
  chooseHelper: { title: 'Who should I ask?', label: 'A person', submit: 'Ask them' },
};
