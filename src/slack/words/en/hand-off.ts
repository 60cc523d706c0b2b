import type { MovedOn } from '../../../domain/effects.ts';

const missed: Record<MovedOn, (person: string) => string> = {
  declined: (person) => `${person} cannot take this over right now.`,
  unanswered: (person) => `${person} has not answered yet, so nothing was handed over.`,
  paused: (person) => `I messaged ${person}, but their notifications are off.`,
  refused: (person) => `I could not message ${person}, so nothing was handed over.`,
};

export const handOff = {
  button: 'Hand over',
  menu: 'Hand over to somebody',
  preview: 'Oops: somebody else goes on.',
  previewYours: 'Oops: somebody would like you to go on.',
  title: 'Hand over',
  label: 'Who should go on?',
  hintEngineer: 'They are asked first. When they say yes, they go through the screens. You stay in this.',
  hintHelper: 'They are asked first. When they say yes, they go on in your place, and you can leave.',
  submit: 'Ask them',
  asked: (person: string) => `I have asked ${person} to take over the keyboard.`,
  askedFor: (from: string, person: string) =>
    `${from} would like to hand over to ${person}. I have asked ${person}.`,
  line: (from: string) => `*${from} would like to hand over to you.* If you come, you go on in their place.`,
  lineEngineer: (engineer: string) =>
    `*${engineer} would like you to take over the keyboard.* They stay with you.`,
  pending: (person: string) => `I have asked ${person} to go on in your place. Until then you are with them.`,
  missed: (why: MovedOn, person: string) => missed[why](person),
  stillYours: 'It is still in your hands. You can ask somebody else.',
  moved: (person: string) =>
    `${person} has the keyboard now and goes through the screens. You can still open them at any time.`,
  changed: (from: string, person: string) => `${person} is with you in place of ${from} now.`,
  yours: (engineer: string, name: string) =>
    `*${engineer} has given you the keyboard* · ${name}\nPlease go through the screens with them.`,
  yoursInstead: (from: string, engineer: string, name: string) =>
    `*${from} has handed over to you* · ${name}\nPlease stay with ${engineer}.`,
  released: (person: string, engineer: string) =>
    `${person} is with ${engineer} now, in your place. Thank you for being there.`,
  releasedLine: 'Somebody else goes on in your place. Thank you.',
  yoursLine: 'You have the keyboard: please go through the screens.',
};
