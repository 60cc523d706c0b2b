export const answers = {
  help: [
    '*/oops what happened*: I ask a person to come to you, at once.',
    '*/oops* alone: the first window, or back to where you were.',
    '*/oops status*: whether you have an open incident.',
    '*/oops resolve*: it is over.',
    'In a thread, use the menu of a message: *Get help with this*.',
  ].join('\n'),
  noOpenIncident: 'You have no open incident. Type /oops if something has gone wrong.',
  openIncident: (name: string) => `${name} is open. Press Continue on its card.`,
  resolved: (name: string) => `${name} is over. Whoever was asked knows.`,
  notYet: 'I do not know this word yet. This is what I can do:',
  onlyAuthor: (person: string) => `This is for ${person} to answer. If you can help, write in the thread.`,
};
