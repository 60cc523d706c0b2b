/** What a manager asks, and what the engineer answers. */
export const questions = {
  preview: 'Oops: your manager has a question.',
  previewAnswer: 'Oops: there is an answer for you.',
  ask: 'Ask a question',
  askLabel: 'What would you like to know?',
  askHint: 'They get it as a direct message from me. They may be busy, so one thing at a time helps.',
  send: 'Send',
  asks: (person: string, name: string) => `*${person} has a question* · ${name}`,
  answerHint:
    'It can be short, and it can wait until you have a moment. “I don’t know yet” is an answer, too.',
  answer: 'Answer',
  answerLabel: 'Your answer',
  answerReaders: 'Only the person who asked gets it.',
  youAnswered: '*You answered:*',
  answers: (person: string, name: string) => `*${person} has answered you* · ${name}`,
  youAsked: '*You asked:*',
  theirAnswer: '*Their answer:*',
  notAnswered: 'They have your question. I will write to you when they answer.',
};
