/** A file that goes along with what is written. */
export interface Attachment {
  readonly name: string;
  /** Base64. */
  readonly content: string;
  /** Bytes. */
  readonly size: number;
}

/** More than this the sandbox does not take in one request. */
const mostBytes = 2_500_000;

/**
 * Reads a file that somebody chose.
 * @returns the attachment, or why it cannot be one
 */
export async function readAttachment(file: File): Promise<Attachment | string> {
  if (file.size === 0) return `${file.name} is empty.`;
  if (file.size > mostBytes)
    return `${file.name} is larger than 2.5 MB, which is more than the sandbox takes.`;
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8_192) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  }
  return { name: file.name, content: btoa(binary), size: file.size };
}
