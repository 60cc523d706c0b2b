export const home = {
  title: 'If something has gone wrong',
  text: 'You do not have to know how bad it is, or what to do. I ask a person to come to you, at once. Everything else can wait.',
  getPerson: 'Get me a person',
  myPeople: 'My people',
  open: (name: string, severity: string, since: string) => `*${name}* is open · ${severity} · since ${since}`,
  how: [
    '*Other ways to reach me*',
    '• Type `/oops` and what happened, in any channel.',
    '• Write to me under Messages, in your own words.',
    '• In the menu of a message: *Get help with this*.',
  ].join('\n'),
  promise:
    'What you write is for you and whoever helps you. I do not show it to your manager. Your company may be able to export it.',
};
