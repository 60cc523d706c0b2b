/** The few HTTP things that every part of the sandbox needs. */
import type { IncomingMessage, ServerResponse } from 'node:http';

const MAX_BODY = 4_000_000;

/** The whole body as text. @throws Error when it is over 4 MB */
export async function readBody(request: IncomingMessage): Promise<string> {
  return (await readBytes(request)).toString('utf8');
}

/** The whole body. @throws Error when it is over 4 MB */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const buffer = Buffer.from(part);
    size += buffer.length;
    if (size > MAX_BODY) throw new Error('request body too large');
    parts.push(buffer);
  }
  return Buffer.concat(parts);
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
}
