/** What the workspace's owners have decided, as far as it reaches an app. */
import { z } from 'zod';

export const policySchema = z.object({
  /**
   * May everybody make channels? If not, only admins may, and an app is told `restricted_action`.
   * https://docs.slack.dev/reference/methods/conversations.create
   */
  createChannels: z.boolean(),
  /**
   * May everybody archive channels and take people out of them? If not, `restricted_action`.
   * https://docs.slack.dev/reference/methods/conversations.archive
   */
  manageChannels: z.boolean(),
  /**
   * May group DMs be opened? No page names the code for it; `restricted_action` is the one for what a preference of
   * the workspace prevents. https://docs.slack.dev/reference/methods/conversations.open
   */
  groupDms: z.boolean(),
  /**
   * Is it a paid plan? User groups need one: else `plan_upgrade_required`.
   * https://docs.slack.dev/reference/methods/usergroups.list
   */
  paidPlan: z.boolean(),
  /** May files be uploaded? If not, `file_uploads_disabled`. https://docs.slack.dev/reference/methods/files.getUploadURLExternal */
  fileUploads: z.boolean(),
});
export type Policy = z.infer<typeof policySchema>;

/** A workspace that forbids nothing. */
export const openPolicy: Policy = {
  createChannels: true,
  manageChannels: true,
  groupDms: true,
  paidPlan: true,
  fileUploads: true,
};
