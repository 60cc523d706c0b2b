import type { ChannelProblem } from '../../channel-problem.ts';
import { listed } from './people.ts';

const problems: Record<ChannelProblem, string> = {
  unknown: 'I cannot see this channel. Invite me there first, or choose another one.',
  not_joined: 'I could not join this channel. Invite me there first, or choose another one.',
  direct: 'This is a direct message. Please choose a channel.',
  archived: 'This channel is archived. Please choose another one.',
  read_only: 'I may not write in this channel. Please choose another one.',
  shared: 'People from another organisation read this channel. Please choose another one.',
};

/** Who can see an incident, and who shall. */
export const places = {
  menu: 'Who can see this',
  title: 'Who can see this',
  onlyYou:
    'Only you and I can read this now. Whom I ask for you reads what you wrote, so that they know why.',
  together: (people: readonly string[]) =>
    `You, ${listed(people)} and I can read this. What you write to each other stays between you.`,
  neutral: (channel: string) =>
    `Everybody in ${channel} sees one line: that you asked for help, and who helps. What you answer in my windows is read only by those who help you.`,
  open: (channel: string) =>
    `Everybody in ${channel} sees the card there: its title, the severity, who helps, and whether your manager knows. What you answer in my windows is read only by those who help you.`,
  manager: 'Your manager reads only the summary that you send.',
  company: 'Your company may be able to export what is written in Slack.',
  chooseLabel: 'Where should this be?',
  chooseHere: 'Here, in this thread',
  choosePrivate: 'In private',
  chooseHint:
    'If you choose nothing, the thread shows one line only: that you asked for help, and who helps.',
  showHere: 'Show it in this thread',
  makePrivate: 'Move it to a private place',
  openUp: 'Open it up to a channel',
  openTitle: 'Open it up',
  openText: 'Choose a channel and one sentence for everybody. Nothing is shown before you have seen it here.',
  openChannel: 'Which channel?',
  openSentence: 'One sentence for everybody',
  openSentenceHint: 'What you wrote before is not shown there. This sentence is.',
  preview: 'Show me first',
  previewTitle: '*This is what everybody there will see, and the buttons:*',
  previewText: 'If you change something above, I show it to you again first.',
  openNow: 'Open it up now',
  noChannel: 'Please choose a channel.',
  noSentence: 'Please write one sentence. It can be short.',
  problem: (problem: ChannelProblem) => problems[problem],
};
