import { listed } from './people.ts';

export type Topic = (typeof topics)[number];

/** The topics of the settings, in the order in which they are shown. The first is everybody's own. */
export const topics = [
  'my_people',
  'admins',
  'watched',
  'pool',
  'helpers_channel',
  'services',
  'duty_contact',
  'open_channels',
  'blameless',
] as const;

const titles: Record<Topic, string> = {
  my_people: 'My people',
  admins: 'Who may change this',
  watched: 'Channels I read',
  pool: 'People to ask',
  helpers_channel: 'The helpers’ channel',
  services: 'Services and owners',
  duty_contact: 'Duty contact',
  open_channels: 'Channels to open up',
  blameless: 'Your company’s words',
};

const says: Record<Topic, string> = {
  my_people: 'Whom I ask when you need a person, and who your manager is. Only you choose this.',
  admins: 'These people may change the settings of this workspace. Its owners and admins always may.',
  watched:
    'In these channels I notice messages that sound like a cry for help. Choose one channel at a time.',
  pool: 'When nobody near the person can come, I ask these people, one after another. Choose people, or one user group.',
  helpers_channel:
    'When nobody else is left to ask, I ask here for a person. I write no words of the person there, and no name.',
  services:
    'A service and who knows it best. When something serious affects it, I ask that person too. It can be an on-call person.',
  duty_contact:
    'Where personal data, customer data, money or safety may be involved, I tell this person the bare facts. That is what kind, since when, how serious, and who helps.',
  open_channels: 'I offer these channels when somebody wants more people to see their incident.',
  blameless:
    'What your company says about mistakes. I quote it on the first screen, so please write only what is true.',
};

export const settings = {
  title: 'Settings',
  topicTitle: (topic: Topic) => titles[topic],
  says: (topic: Topic) => says[topic],
  change: 'Change',
  workspace: '*For the whole workspace*',
  askThem: (people: readonly string[]) =>
    people.length === 0
      ? 'The rest is for the owners and admins of this workspace to set.'
      : `The rest is for ${listed(people)} to set, or for the owners and admins of this workspace.`,
  notYours: 'Only the people whom this workspace named, and its owners and admins, can change this.',
  none: 'Not set yet.',
  mentor: 'My mentor',
  backups: 'If they cannot come',
  manager: 'My manager',
  mentorIs: (person: string) => `Mentor: ${person}`,
  backupsAre: (people: readonly string[]) => `Then: ${listed(people)}`,
  managerIs: (person: string) => `Manager: ${person}`,
  backupsHint: 'Asked in this order.',
  managerHint: 'They read only what you send them.',
  yourself: 'That is you. Please choose somebody else.',
  managerAsHelper:
    'This is your manager. Who helps you reads what you wrote in fright, so please choose somebody else.',
  people: 'People',
  peopleAre: (people: readonly string[]) => listed(people),
  group: 'Or a user group',
  groupIs: (count: number) => `A user group · ${count === 1 ? '1 person' : `${count} people`}`,
  groupHint: 'When a group is chosen, it counts, and not the list.',
  noPlan: 'User groups need a paid plan of Slack’s. Please choose people instead.',
  groupsUnknown: 'I could not read the user groups just now. You can choose people, or try again later.',
  channel: 'Channel',
  channels: 'Channels',
  modes: 'What I do there',
  mode: {
    auto: 'Answer under a clear cry for help',
    ask: 'Only ask its author, privately',
    off: 'Nothing',
  },
  modeIs: { auto: 'I answer there', ask: 'I ask privately', off: 'I do nothing' },
  watchedIs: (channel: string, mode: string) => `${channel}: ${mode}`,
  shared: 'People from other organisations read this channel. Please choose another one.',
  closed: 'I cannot write there. Please invite me with /invite @oops, and try again.',
  serviceName: 'Name of the service',
  serviceNameHint: 'As your colleagues call it. The same name again changes its owner.',
  serviceOwner: 'Who knows it best',
  serviceIs: (name: string, owner: string) => `*${name}*: ${owner}`,
  moreServices: (count: number) => (count === 1 ? '1 more' : `${count} more`),
  remove: 'Take out',
  person: 'Person',
  policyText: 'What your company says',
  policyHint: 'One or two sentences. Leave it empty to take it away.',
  policyLink: 'Where it can be read (optional)',
  policyLinkWrong: 'Please give a whole address that begins with https://.',
  needsText: 'Please write the sentence that the link is for.',
};
