/** Between the engineer, the helpers who read the summary first, and the time until the facts go out. */
export const telling = {
  preview: 'Oops: about telling your manager.',
  previewReview: 'Oops: there is a summary for you to read.',
  reviewTitle: (person: string, name: string) => `*${person} would like you to read this first* · ${name}`,
  reviewWhy: (manager: string) => `It goes to ${manager} when you say so. You need not know the system.`,
  reviewHint: 'Is it true, calm, and clear about what is not known? Early and unfinished is fine.',
  approve: 'Looks good, send it',
  question: 'I would change it',
  questionTitle: 'I would change it',
  questionLabel: 'What would you change?',
  questionHint: 'Only they will read it. You can leave this empty and talk to them.',
  approvedYou: 'You said that it is good. It was sent.',
  approvedOther: (person: string) => `${person} said that it is good. It was sent.`,
  questionedYou: 'They know that you would change it.',
  changedSince: 'This was written anew. There is a newer message about it.',
  beyond: 'This does not wait for a reader any more.',
  approved: (person: string, manager: string) =>
    `${person} has read your summary and says that it is good. It is on its way to ${manager}.`,
  remarked: (person: string) => `${person} has read your summary and would change it.`,
  remarkedNext: 'Nothing was sent. You can change it, or send it as it is.',
  openSummary: 'Open the summary',
  sendNow: 'Send it now',
  begins: (person: string, time: string) =>
    `It counts as serious now, or it is not known yet. If you have not told ${person} by ${time}, I will send them the facts.`,
  soon: (person: string, time: string) =>
    `If you have not told ${person} by ${time}, I will send them the facts.`,
  whatFacts:
    'The facts are: what kind of problem, since when, who is helping, and how serious it is. Nothing you wrote is in them.',
  ranOut: (person: string) =>
    `30 minutes have passed, so I have sent ${person} the facts, as I said I would. Nothing you wrote is in them.`,
  ranOutNext: 'You can still tell them in your own words.',
  iHaveTold: 'I have told them',
  paused: (person: string) =>
    `${person} has your summary, but their notifications are off. They may read it late. If somebody else should know now, I can tell them too.`,
  tellOther: 'Tell somebody else',
  otherLabel: 'Who else should know?',
  otherHint: 'They get the same summary, and nothing else that you wrote.',
  otherSend: 'Send it to them',
  youTold: (person: string) => `You have told ${person}. I send nothing.`,
};
