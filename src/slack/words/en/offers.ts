import type { OfferReason } from '../../../domain/offer.ts';

/** A message, as a link where there is one. */
const linked = (words: string, link: string | null): string => (link === null ? words : `<${link}|${words}>`);

const questions: Record<OfferReason, (link: string | null, firstLink: string | null) => string> = {
  worry: (link) =>
    `I saw ${linked('your message', link)}. If something has gone wrong, I can get a person to help you now. Only you can see this. Nobody has been asked yet.`,
  ask_first: (link) =>
    `I saw ${linked('your message', link)}. If something has gone wrong, I can get a person to help you now. Only you can see this. Nobody has been asked yet.`,
  burst: (link, firstLink) =>
    `I saw ${linked('your message', link)}. ${linked('Somebody else wrote', firstLink)} a moment ago, and I have added yours to it. If you want a person for yourself, I can ask one now. Only you can see this.`,
  pointed_at: (link) =>
    `A colleague thinks that you may want help with ${linked('something you wrote', link)}. If you do, I can get a person to you now. Only you can see this. Nobody has been asked yet.`,
  mention: (link) =>
    `You mentioned me in ${linked('a message', link)}. If something has gone wrong, I can get a person to help you now. Only you can see this. Nobody has been asked yet.`,
  wrote: () =>
    'I’m here. I am a program, not a person, but I can get a person to you now. Nobody has been asked yet.',
  small_talk: () => 'You are welcome. I’m here whenever you want a person with you.',
  helper_wrote: () =>
    'I am a program, and I do not pass on what you write here. To answer, please press a button in my message above, or write to them directly.',
  manager_wrote: () =>
    'I am a program, and I do not pass on what you write here. To answer, please press a button under the summary above.',
  relay_unclear: (link) =>
    `You are in more than one incident, so I have not passed on ${linked('what you wrote', link)} yet. Who should read it? To save the question, reply in the thread of a message about the incident.`,
};

export const offers = {
  preview: 'Oops: a question for you.',
  previewAnswer: 'Oops: an answer for you.',
  question: (why: OfferReason, link: string | null, firstLink: string | null) =>
    questions[why](link, firstLink),
  getPerson: 'Get me a person',
  itsNothing: 'It’s nothing',
  accepted: 'You asked for a person. My newest message shows how it goes.',
  declined: 'That is good to hear. If it changes, write to me here. Asking is always right.',
  withdrawn: 'You changed your message, so I take my question back. If you need somebody, write to me here.',
  talkIs: (name: string, person: string) => `*${name}* · ${person}`,
  talkIsOwn: (name: string) => `*${name}* · your own, for whoever helps you`,
  passItOn: 'Send it there',
  passItOnToNobody: 'To nobody',
  passedOn: 'I have sent it where you chose.',
  passedOnToNobody: 'I have passed it on to nobody.',
  noTalkLeft: 'I have passed it on to nobody: what it may have been for is over.',
  unreadable:
    'I could not read words in that message just now, so nothing was passed on. Please press the button again in a moment, or write to them directly.',
  askedAuthor: 'I have asked them privately whether they want help. They do not learn who asked me to.',
  authorIsBot: 'An app wrote this message, so there is nobody to ask. If you need help yourself, type /oops.',
  authorIsGuest: 'A guest wrote this message, so I do not write to them. Please ask them yourself.',
  authorIsOutsider:
    'Somebody from another organisation wrote this message, so I do not write to them. Please ask them yourself.',
  authorIsGone: 'The account that wrote this message is not active any more, so there is nobody to ask.',
};
