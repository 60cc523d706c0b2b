import type { IncomingMessage } from 'node:http';

const mostBytes = 4 * 1024 * 1024;

export type RequestBody =
  | { readonly kind: 'read'; readonly raw: Buffer }
  | { readonly kind: 'too_large' }
  /** The sender went away in the middle. */
  | { readonly kind: 'cut_off' };

/** Reads the body of a request, unparsed, as its signature needs it. */
export async function readRequestBody(request: IncomingMessage): Promise<RequestBody> {
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of request) {
      const bytes = Buffer.from(part);
      size += bytes.length;
      if (size <= mostBytes) parts.push(bytes);
    }
  } catch {
    return { kind: 'cut_off' };
  }
  return size > mostBytes ? { kind: 'too_large' } : { kind: 'read', raw: Buffer.concat(parts) };
}

/** Whether a body, or the payload of a form, is JSON `null`: Bolt looks into it as if it were an object, and rejects unheard. */
export function isNothing(raw: Buffer, contentType = ''): boolean {
  if (raw.length > 200) return false;
  const text = raw.toString('utf8');
  const isForm = contentType.startsWith('application/x-www-form-urlencoded');
  return (isForm ? (new URLSearchParams(text).get('payload') ?? '') : text).trim() === 'null';
}
