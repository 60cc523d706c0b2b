/** The owner of a service, the duty contact, and the helpers' channel. */
export const owners = {
  services: 'Which of our services?',
  servicesHint: 'While it is serious, or not known yet, I ask the owner of a service as well.',
  asked: (person: string) => `I have asked ${person} too, who knows the affected service best.`,
  cameToo: 'They know the affected service best.',
  needed:
    '*What is needed of you:* you know this service. Say what is safe to do, read the steps, and lead the repair.',
  promise: 'Calm first. They may be frightened. Please do not promise anything about jobs.',
  offer: (service: string, person: string) =>
    `${person} knows *${service}* best. I have not asked them, because it is not serious.`,
  offerButton: 'Ask them',
  away: 'If you know somebody else who knows this service, choose them.',
  dutyBeforehand: (person: string) =>
    `If this could involve them, I tell ${person} the bare facts: what kind, since when, how serious, and who helps. Nothing you typed.`,
  dutyLine: (person: string) => `*Duty contact:* ${person} has the bare facts`,
  dutyPreview: 'Oops: something that you may have a duty in.',
  dutyRefusedPreview: 'Oops: somebody could not be told.',
  dutyRefused: (person: string) =>
    `I could not write to ${person}, the duty contact: Slack did not take my message. Please tell them yourself, or ask whoever helps you to do it.`,
  dutyTitle: (name: string) => `*This may be for you as the duty contact* · ${name}`,
  dutyWhy:
    'Personal data, customer data, money or safety may be involved. Whether it has to be reported is for you to decide.',
  dutyKind: (kinds: string) => `*Kind:* ${kinds}`,
  dutySince: (time: string) => `*Since:* ${time}`,
  dutySeverity: (severity: string) => `*Severity:* ${severity}`,
  dutyHelping: (people: string) => `*Who helps:* ${people}`,
  dutyNobody: 'somebody has been asked',
  dutyNext: 'Please ask who helps if you need more. I write again when it is over.',
  dutyOver: (name: string) => `*${name} is over.* It is what I wrote to you about as the duty contact.`,
  dutyFine: (name: string) =>
    `*${name} turned out fine.* It is what I wrote to you about as the duty contact.`,
  channelPreview: 'A colleague asks for a person.',
  channelAsk: '*A colleague needs a person with them now.* They do not need an expert. Can you come?',
  channelThere: (person: string) => `${person} is with them. Thank you, everybody.`,
  channelOver: 'A colleague asked for a person here. It is over. Thank you.',
  channelSaid: (channel: string) =>
    `I have asked in ${channel} for a person, without your words or your name.`,
  channelRefused: 'I could not write in the helpers’ channel. Please choose somebody.',
};
