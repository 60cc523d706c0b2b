/** Every method that the sandbox answers. */
import { channelRoutes } from './methods/channels.ts';
import { chatRoutes } from './methods/chat.ts';
import { conversationRoutes } from './methods/conversations.ts';
import { directRoutes } from './methods/direct.ts';
import { fileRoutes } from './methods/files.ts';
import { historyRoutes } from './methods/history.ts';
import { peopleRoutes } from './methods/people.ts';
import { scheduledRoutes } from './methods/scheduled.ts';
import { userGroupRoutes } from './methods/user-groups.ts';
import { validateRoutes } from './methods/validate.ts';
import { viewRoutes } from './methods/views.ts';
import { workspaceRoutes } from './methods/workspace.ts';
import type { Route } from './route.ts';

export const routes: Readonly<Record<string, Route>> = {
  ...channelRoutes,
  ...chatRoutes,
  ...conversationRoutes,
  ...directRoutes,
  ...fileRoutes,
  ...historyRoutes,
  ...peopleRoutes,
  ...scheduledRoutes,
  ...userGroupRoutes,
  ...validateRoutes,
  ...viewRoutes,
  ...workspaceRoutes,
};
