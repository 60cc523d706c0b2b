export const closing = {
  preview: 'Oops: it is over.',
  over: (name: string) => `${name} is over. Whoever was asked knows.`,
  rest: 'Please rest now if you can. Questions about what to learn come later, and not today.',
  managerLater: (person: string, time: string) =>
    `${person} will still get your summary ${time}, together with how it ended.`,
  managerWaits: (person: string) =>
    `Your summary to ${person} was not sent: nobody had read it yet. You can send it with how it ended.`,
  previewReopened: 'Oops: it is open again.',
  reopened: (person: string, name: string) => `${person} has opened ${name} again.`,
  reopenedHelper: (name: string, person: string) =>
    `${name} is open again, and you are still with ${person}. Please write to them.`,
  helper: (name: string, person: string) =>
    `${name} is over. Thank you for being with ${person}. Tomorrow, a short message that asks how they are can help them.`,
  helperFine: (name: string, person: string) =>
    `${name} turned out fine. Thank you for being with ${person}.`,
};
