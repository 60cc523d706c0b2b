import { listed } from './people.ts';

/** Where those who are together write to each other. */
export const rooms = {
  topic: 'Private: only the people in this channel can read it.',
  purpose: 'A place for a few people to work on something together. It is archived afterwards.',
  previewOpened: 'Oops: you have a private place to write.',
  previewClosing: 'Oops: this channel will be archived.',
  previewWrite: 'Oops: how you can write to each other.',
  previewPassedOn: 'Oops: somebody wrote to you.',
  opened: (people: readonly string[]) =>
    `${listed(people)}, you can write here. Only the people in this conversation and I can read it.`,
  closing: (time: string) => `This channel will be archived ${time}. Until then you can still write here.`,
  closingFine: (name: string, time: string) =>
    `${name} turned out fine. Asking was right. This channel will be archived ${time}.`,
  without: (person: string) =>
    `I could not add ${person} to your private channel. Please write to ${person} directly.`,
  relayForEngineer: (people: readonly string[]) =>
    `I cannot make a private channel here. Write to me in this direct message: I pass it on to ${listed(people)}, and what they write to you.`,
  relayForHelper: (person: string) =>
    `I cannot make a private channel here. Write to me in this direct message: I pass it on to ${person}, and what they write to you.`,
  passedOn: (person: string) => `*${person} writes:*`,
  passedOnChanged: (person: string) => `*${person} changed what they wrote. It now says:*`,
  fileStays: '(A file came with this. Oops passes on words only.)',
  pointer: (name: string, place: string) => `*${name}* goes on in ${place}.`,
  groupLink: 'your group message',
  leftHere: (place: string) => `The card is in ${place} now. What is written here stays here.`,
  leftPrivate: 'This goes on in private.',
  whereSoon: '*Where:* when you say that you are with them, I make a private place for you to write.',
  whereAdded: '*Where:* in a private place. I add you when you say that you are with them.',
  whereRoom: (place: string) => `*Where:* ${place}`,
  whereRelay: (person: string) => `*Where:* write to me here. I pass it on to ${person}.`,
  makingRoom:
    'I am making a private place where you can write to each other. I will tell you when it is there.',
  writeIn: (place: string) => `Please write to them now, in ${place}.`,
};
