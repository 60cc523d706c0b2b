/** Every method that the sandbox answers. */
import { chatRoutes } from './methods/chat.ts';
import { conversationRoutes } from './methods/conversations.ts';
import { historyRoutes } from './methods/history.ts';
import { peopleRoutes } from './methods/people.ts';
import { viewRoutes } from './methods/views.ts';
import { workspaceRoutes } from './methods/workspace.ts';
import type { Route } from './route.ts';

export const routes: Readonly<Record<string, Route>> = {
  ...chatRoutes,
  ...conversationRoutes,
  ...historyRoutes,
  ...peopleRoutes,
  ...viewRoutes,
  ...workspaceRoutes,
};
