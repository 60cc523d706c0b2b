/** Everything that goes out to Slack besides views, in one object. */
import type { SlackCalls } from '../calls.ts';
import type { PaceRule } from '../channel-pace.ts';
import type { Outcome } from '../errors.ts';
import { type ConversationRef, createConversations } from './conversations.ts';
import { type FindRequest, type Found, findMessage } from './find.ts';
import { createOutgoing, type MessageRef, type Outgoing } from './outgoing.ts';
import { type Permalink, permalinkOf } from './permalink.ts';
import { createProfiles, type Profiles } from './profiles.ts';

export interface Delivery extends Outgoing, Profiles {
  /** Opens the DM that will be written to, so that the post itself need not. */
  prepare(conversation: ConversationRef): Promise<void>;
  find(request: FindRequest): Promise<Outcome<Found>>;
  permalink(message: MessageRef, threadTs?: string): Promise<Permalink | null>;
}

export type DeliveryParts = {
  /** Of one workspace's token. */
  readonly calls: SlackCalls;
  readonly now: () => number;
  /** Of the workspace, from `auth.test`. */
  readonly teamUrl: string;
  readonly wait?: (ms: number) => Promise<unknown>;
  readonly pace?: PaceRule;
};

export function createDelivery({ calls, now, teamUrl, ...rest }: DeliveryParts): Delivery {
  const conversations = createConversations(calls);
  return {
    ...createOutgoing({ calls, conversations, now, ...rest }),
    ...createProfiles(calls, now),
    prepare: async (conversation) => {
      await conversations.channelOf(conversation, 'person');
    },
    find: (request) => findMessage(calls, conversations, request),
    permalink: (message, threadTs) => permalinkOf(calls, teamUrl, message, threadTs),
  };
}
