import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { channels, people } from '../../src/sandbox/seed.ts';
import { inner, listen, ofType } from './support/listener.ts';
import { testManifest } from './support/manifest.ts';
import { refusalOf } from './support/refusal-of.ts';
import { closeSandbox, openSandbox } from './support/workshop.ts';

/** https://docs.slack.dev/messaging/working-with-files */
describe('files', () => {
  const channel = channels.engPlatform;
  let sandbox: Sandbox;
  let client: WebClient;
  let base: string;

  beforeEach(async () => {
    const manifest = testManifest();
    manifest.settings.event_subscriptions.bot_events.push('file_shared');
    ({ sandbox, client } = await openSandbox({ manifest }));
    base = sandbox.apiUrl().replace(/\/api\/$/, '');
  });

  afterEach(() => closeSandbox(sandbox));

  const alex = () => sandbox.person(people.alex);
  const last = () => alex().history(channel).at(-1);
  /** Steps one and two by hand. */
  const uploaded = async (text: string) => {
    const step = await client.files.getUploadURLExternal({ filename: 'notes.txt', length: text.length });
    const put = await fetch(step.upload_url ?? '', { method: 'POST', body: text });
    return {
      id: step.file_id ?? '',
      status: put.status,
      answer: await put.text(),
      url: step.upload_url ?? '',
    };
  };

  // https://docs.slack.dev/reference/methods/files.completeUploadExternal, by the SDK's own helper
  it('are uploaded by an app and shown with its words', async () => {
    await client.filesUploadV2({
      channel_id: channel,
      filename: 'review.md',
      title: 'The review',
      file: Buffer.from('# What happened\n'),
      initial_comment: 'Here it is & thanks',
    });
    expect(last()).toMatchObject({
      isBot: true,
      subtype: 'file_share',
      text: 'Here it is &amp; thanks',
      files: [{ name: 'review.md', title: 'The review', mimetype: 'text/markdown', size: 16 }],
    });
    const opened = await fetch(base + String(last()?.files[0]?.url));
    expect([opened.status, await opened.text()]).toEqual([200, '# What happened\n']);
  });

  // https://docs.slack.dev/reference/methods/files.getUploadURLExternal
  it('go to an address that takes one upload', async () => {
    const { id, status, answer, url } = await uploaded('hello');
    expect([status, answer]).toEqual([200, 'OK - 5']);
    expect((await fetch(url, { method: 'POST', body: 'again' })).status).toBe(404);
    const { files } = await client.files.completeUploadExternal({ files: [{ id }] });
    expect(files).toMatchObject([{ id, name: 'notes.txt', title: 'notes.txt' }]);
    expect(last()).toBeUndefined();
  });

  // https://docs.slack.dev/reference/methods/files.completeUploadExternal (file_not_found, not_in_channel, …)
  it('are completed only when they are there, and only where the app may write', async () => {
    const { file_id: empty = '' } = await client.files.getUploadURLExternal({ filename: 'a.txt', length: 1 });
    const complete = (id: string, channel_id: string) =>
      client.files.completeUploadExternal({ files: [{ id }], channel_id });
    expect(await refusalOf(complete(empty, channel))).toMatchObject({ error: 'file_not_found' });
    const { id } = await uploaded('hello');
    expect(await refusalOf(complete(id, channels.general))).toMatchObject({ error: 'not_in_channel' });
    expect(await refusalOf(complete(id, channels.oldProject))).toMatchObject({ error: 'is_archived' });
    expect(await complete(id, channel)).toMatchObject({ ok: true });
    expect(await refusalOf(complete(id, channel))).toMatchObject({ error: 'file_not_found' });
  });

  // https://docs.slack.dev/reference/methods/files.getUploadURLExternal (file_uploads_disabled)
  it('can be forbidden in a workspace, and are never too big', async () => {
    const ask = (length: number) => client.files.getUploadURLExternal({ filename: 'a.txt', length });
    expect(await refusalOf(ask(2 ** 40))).toMatchObject({ error: 'file_upload_size_restricted' });
    await sandbox.admin({ do: 'setPolicy', set: { fileUploads: false } });
    expect(await refusalOf(ask(1))).toMatchObject({ error: 'file_uploads_disabled' });
    const upload = { do: 'upload' as const, channel, name: 'a.txt', content: 'a' };
    expect(await alex().do(upload)).toMatchObject({ result: 'refused', error: 'file_uploads_disabled' });
  });

  // https://docs.slack.dev/reference/events/message/file_share and …/events/file_shared
  it('come from people as a message with a subtype, with or without words', async () => {
    const listener = await listen(sandbox);
    await alex().do({ do: 'upload', channel, name: 'error.log', content: 'boom', text: 'look, @denny' });
    expect(inner(await listener.next(ofType('message')))).toMatchObject({
      subtype: 'file_share',
      user: people.alex,
      text: `look, <@${people.denny}>`,
      files: [{ name: 'error.log', filetype: 'text', size: 4, url_private: expect.any(String) }],
    });
    expect(inner(await listener.next(ofType('file_shared')))).toMatchObject({ channel_id: channel });
    await alex().do({ do: 'upload', channel, name: 'shot.png', content: 'iVBORw0KGgo=', encoding: 'base64' });
    expect(last()).toMatchObject({ text: '', files: [{ mimetype: 'image/png', size: 8 }] });
    await listener.stop();
  });

  // https://docs.slack.dev/messaging/working-with-files#downloading
  it('are downloaded by an app with its token, where it is a member', async () => {
    await alex().do({ do: 'upload', channel, name: 'error.log', content: 'boom' });
    await alex().do({ do: 'upload', channel: '#general', name: 'secret.log', content: 'boom' });
    const { messages } = await client.conversations.history({ channel });
    const file = messages?.[0]?.files?.[0];
    const url = file?.url_private ?? '';
    expect((await fetch(url)).status).toBe(404);
    const headers = { authorization: `Bearer ${sandbox.botToken}` };
    expect(await (await fetch(url, { headers })).text()).toBe('boom');
    expect(await client.files.info({ file: file?.id ?? '' })).toMatchObject({ file: { name: 'error.log' } });
    const secret = alex().history('#general').at(-1)?.files[0]?.id ?? '';
    expect(await refusalOf(client.files.info({ file: secret }))).toMatchObject({ error: 'file_not_found' });
    const theirs = client.files.delete({ file: file?.id ?? '' });
    expect(await refusalOf(theirs)).toMatchObject({ error: 'cant_delete_file' });
  });

  // https://docs.slack.dev/reference/methods/files.delete
  it('leave their message behind when deleted', async () => {
    const { id } = await uploaded('hello');
    await client.files.completeUploadExternal({ files: [{ id }], channel_id: channel });
    await client.files.delete({ file: id });
    expect(last()).toMatchObject({ files: [] });
    const { messages } = await client.conversations.history({ channel });
    expect(messages?.[0]?.files).toEqual([{ id, mode: 'tombstone' }]);
  });
});
