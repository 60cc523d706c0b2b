/** Files as the app and as people see them. https://docs.slack.dev/reference/objects/file-object */
import { extname } from 'node:path';
import type { ShownFile } from '../protocol.ts';
import type { Json, StoredFile } from './state.ts';
import type { World } from './world.ts';

const kinds: Readonly<Record<string, { filetype: string; mimetype: string; pretty: string }>> = {
  '.csv': { filetype: 'csv', mimetype: 'text/csv', pretty: 'CSV' },
  '.gif': { filetype: 'gif', mimetype: 'image/gif', pretty: 'GIF' },
  '.jpg': { filetype: 'jpg', mimetype: 'image/jpeg', pretty: 'JPEG' },
  '.json': { filetype: 'json', mimetype: 'application/json', pretty: 'JSON' },
  '.log': { filetype: 'text', mimetype: 'text/plain', pretty: 'Plain Text' },
  '.md': { filetype: 'markdown', mimetype: 'text/markdown', pretty: 'Markdown (raw)' },
  '.pdf': { filetype: 'pdf', mimetype: 'application/pdf', pretty: 'PDF' },
  '.png': { filetype: 'png', mimetype: 'image/png', pretty: 'PNG' },
  '.txt': { filetype: 'text', mimetype: 'text/plain', pretty: 'Plain Text' },
};
const unknownKind = { filetype: 'binary', mimetype: 'application/octet-stream', pretty: 'Binary' };

function kindOf(name: string) {
  return kinds[extname(name).toLowerCase()] ?? unknownKind;
}

/** The file object of answers and messages. */
export function toSlackFile(world: World, file: StoredFile): Json {
  const { filetype, mimetype, pretty } = kindOf(file.name);
  const url = `${world.baseUrl}/files/${file.id}/${encodeURIComponent(file.name)}`;
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype,
    filetype,
    pretty_type: pretty,
    user: file.user,
    user_team: world.person(file.user)?.teamId ?? world.state.team.id,
    editable: false,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    is_public: false,
    url_private: url,
    url_private_download: `${url}?download=1`,
    permalink: url,
    ...(file.alt ? { alt_txt: file.alt } : {}),
    file_access: 'visible',
  };
}

/** As people see it; the address opens without a token. */
export function toShownFile(file: StoredFile): ShownFile {
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    alt: file.alt,
    mimetype: kindOf(file.name).mimetype,
    size: file.size,
    url: `/files/${file.id}/${encodeURIComponent(file.name)}?key=${file.key}`,
  };
}
