/** `/upload/v1/…` and `/files/…`: where file contents go in and come out. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { botToken } from './credentials.ts';
import { readBytes, sendJson } from './http.ts';
import { toSlackFile } from './world/file-object.ts';
import { isSeenByApp, setContent } from './world/files.ts';
import type { World } from './world/world.ts';

/**
 * The second step of an upload: raw bytes, or a form with the file in it. Anybody who has the address may, once.
 * https://docs.slack.dev/reference/methods/files.getUploadURLExternal
 */
export async function receiveUpload(
  world: World,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [id = '', key = ''] = path.split('/');
  const file = world.state.files[id];
  if (request.method !== 'POST' || !file || file.key !== key || file.content !== null) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    return;
  }
  const bytes = await readBytes(request);
  const content = await contentOf(bytes, request.headers['content-type'] ?? '');
  setContent(file, content);
  await world.saved();
  response.writeHead(200, { 'content-type': 'text/plain' }).end(`OK - ${file.size}`);
}

async function contentOf(bytes: Buffer, type: string): Promise<Buffer> {
  if (!type.startsWith('multipart/form-data')) return bytes;
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  for (const [, value] of form) {
    if (typeof value !== 'string') return Buffer.from(await value.arrayBuffer());
  }
  return Buffer.alloc(0);
}

/**
 * A file's content: for the app with its token and `files:read`, for people with the key that is in their address.
 * https://docs.slack.dev/messaging/working-with-files#downloading
 */
export function sendContent(
  world: World,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const [, , id = ''] = url.pathname.split('/');
  const file = world.state.files[id];
  const isApp = request.headers.authorization === `Bearer ${botToken}`;
  const mayRead = isApp && world.scopes().includes('files:read') && file && isSeenByApp(world, file);
  if (!file || file.content === null || !(mayRead || url.searchParams.get('key') === file.key)) {
    sendJson(response, 404, { error: 'there is no such file', issues: [] });
    return;
  }
  const type = String(toSlackFile(world, file).mimetype);
  response.writeHead(200, {
    'content-type': type,
    'content-disposition': `${type.startsWith('image/') ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(Buffer.from(file.content, 'base64'));
}
