export const closing = {
  preview: 'Oops: it is over.',
  over: (name: string) => `${name} is over. Whoever was asked knows.`,
  rest: 'You have done what was needed. Please rest if you can. Questions about what to learn come later, and not today.',
  helper: (name: string, person: string) =>
    `${name} is over. Thank you for being with ${person}. A short message tomorrow, asking how they are, means a lot.`,
};
