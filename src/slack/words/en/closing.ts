export const closing = {
  preview: 'Oops: it is over.',
  over: (name: string) => `${name} is over. Whoever was asked knows.`,
  rest: 'Please rest now if you can. Questions about what to learn come later, and not today.',
  helper: (name: string, person: string) =>
    `${name} is over. Thank you for being with ${person}. Tomorrow, a short message that asks how they are can help them.`,
  helperFine: (name: string, person: string) =>
    `${name} turned out fine. Thank you for being with ${person}.`,
};
