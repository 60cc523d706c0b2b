/** Serves the files of the page. */
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Sends the file of that path below `folder`; `/` is `index.html`. False when there is none. */
export async function sendFile(folder: string, path: string, response: ServerResponse): Promise<boolean> {
  const wanted = normalize(join(folder, path.endsWith('/') ? `${path}index.html` : path));
  if (!wanted.startsWith(normalize(folder) + sep)) return false;
  try {
    const content = await readFile(wanted);
    const type = types[extname(wanted)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' }).end(content);
    return true;
  } catch {
    return false;
  }
}
