/** Methods of `files.*`: upload in three steps, look, delete. https://docs.slack.dev/messaging/working-with-files#upload */
import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import { toSlackFile } from '../../world/file-object.ts';
import { isSeenByApp, newFile, shareFiles } from '../../world/files.ts';
import { acceptBlocks } from '../../world/message-content.ts';
import { normalizeAppText } from '../../world/mrkdwn.ts';
import type { StoredFile } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import { requireRepliable, requireWritable } from '../../world/writable.ts';
import { idList, int, jsonList, later, type Route, required, route, str, timestamp } from '../route.ts';

/** Slack takes a gigabyte; this is a development tool and takes what fits into a request of its own. */
const MAX_SIZE = 3_000_000;
const MAX_CHANNELS = 100;

const givenFile = z.strictObject({
  id: z.string(),
  title: z.string().optional(),
  highlight_type: z.string().optional(),
});

function requireFile(world: World, id: string): StoredFile {
  const file = world.state.files[id];
  if (!file || !isSeenByApp(world, file)) throw new Refusal('file_not_found');
  return file;
}

export const fileRoutes: Readonly<Record<string, Route>> = {
  'files.getUploadURLExternal': route(
    z.strictObject({
      filename: required,
      length: int.min(1, 'must be greater than 0'),
      alt_txt: str.optional(),
      snippet_type: str.optional(),
    }),
    ({ world }, args) => {
      if (!world.state.policy.fileUploads) throw new Refusal('file_uploads_disabled');
      if (args.length > MAX_SIZE) throw new Refusal('file_upload_size_restricted');
      if ((args.alt_txt?.length ?? 0) > 1000) throw new Refusal('alt_txt_too_large');
      const file = newFile(world, { name: args.filename, user: world.state.bot.userId, alt: args.alt_txt });
      return { upload_url: `${world.baseUrl}/upload/v1/${file.id}/${file.key}`, file_id: file.id };
    },
  ),
  'files.completeUploadExternal': route(
    z.strictObject({
      files: jsonList.pipe(z.array(givenFile).min(1)),
      channel_id: str.optional(),
      channels: idList.optional(),
      initial_comment: str.optional(),
      blocks: later,
      thread_ts: timestamp.optional(),
    }),
    ({ world }, args) => {
      const files = args.files.map(({ id, title }) => {
        const file = world.state.files[id];
        // Of this app, uploaded, and not completed before.
        if (!file || file.user !== world.state.bot.userId || file.content === null || file.isShared)
          throw new Refusal('file_not_found');
        return { file, title };
      });
      const wanted = [...(args.channel_id ? [args.channel_id] : []), ...(args.channels ?? [])];
      if (wanted.length > MAX_CHANNELS) throw new Refusal('channels_limit_exceeded');
      const conversations = wanted.map((each) => requireWritable(world, each));
      // "If the `initial_comment` field is provided, the `blocks` field is ignored."
      const text = args.initial_comment ?? '';
      const blocks = text === '' ? acceptBlocks(args.blocks) : [];
      for (const { file, title } of files) file.title = title ?? file.name;
      const shared = files.map(({ file }) => file);
      for (const conversation of conversations) {
        requireRepliable(world, conversation, args.thread_ts);
        shareFiles(world, conversation, shared, {
          user: world.state.bot.userId,
          text: normalizeAppText(text),
          blocks,
          threadTs: args.thread_ts,
        });
      }
      return { files: shared.map((file) => toSlackFile(world, file)) };
    },
  ),
  'files.info': route(z.strictObject({ file: required }), ({ world }, args) => ({
    file: toSlackFile(world, requireFile(world, args.file)),
    comments: [],
    response_metadata: { next_cursor: '' },
  })),
  'files.delete': route(z.strictObject({ file: required }), ({ world }, args) => {
    const file = requireFile(world, args.file);
    if (file.user !== world.state.bot.userId) throw new Refusal('cant_delete_file');
    delete world.state.files[file.id];
    world.changed(['*']);
    return {};
  }),
};
