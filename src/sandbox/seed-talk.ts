/** What people said before a demonstration begins, so that it begins among people and not in empty rooms. */
import { channels, people, type SeedTalk } from './seed.ts';

export const ordinaryTalk: readonly SeedTalk[] = [
  {
    channel: channels.general,
    user: people.morgan,
    minutesAgo: 190,
    text: 'The office in Berlin is closed on Friday. Everybody there: please work from home, or take the day off.',
    reactions: [{ name: 'thumbsup', users: [people.denny, people.priya] }],
  },
  {
    channel: channels.random,
    user: people.priya,
    minutesAgo: 75,
    text: 'My bread came out of the oven looking like a hat. It tastes good anyway. :bread:',
    reactions: [{ name: 'heart', users: [people.alex, people.sam] }],
  },
  {
    channel: channels.engPlatform,
    user: people.sam,
    minutesAgo: 58,
    text: 'Last night’s backup of the production databases is complete and was checked.',
    reactions: [{ name: 'white_check_mark', users: [people.priya] }],
  },
  {
    channel: channels.engPlatform,
    user: people.priya,
    minutesAgo: 41,
    text: 'I am moving the billing jobs to the new queue. They may be slow for an hour.',
    reactions: [],
  },
  {
    channel: channels.engPlatform,
    user: people.denny,
    minutesAgo: 17,
    text: 'Billing would like a hand with their clean-up script this evening. Who has an hour?',
    reactions: [],
  },
  {
    channel: channels.engPlatform,
    user: people.alex,
    minutesAgo: 14,
    text: `I can help them, <@${people.denny}>. They gave me write access this morning.`,
    reactions: [{ name: 'pray', users: [people.denny] }],
  },
];
