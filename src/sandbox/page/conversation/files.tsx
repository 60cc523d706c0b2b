import { useState } from 'preact/hooks';
import type { ShownFile } from '../../protocol.ts';
import { FileIcon } from '../icons.tsx';
import { usePane } from '../state/pane-context.ts';
import { formatSize } from '../text/format-size.ts';

function FileCard({ file }: { readonly file: ShownFile }) {
  const { reader } = usePane();
  return (
    <a class="file-card" href={file.url} download={file.name}>
      <span class="file-icon" aria-hidden="true">
        <FileIcon />
      </span>
      <span class="file-about">
        <strong>{file.title || file.name}</strong>
        <span>
          {file.name} · {formatSize(file.size, reader.locale)}
        </span>
      </span>
    </a>
  );
}

function FilePicture({ file }: { readonly file: ShownFile }) {
  const [failed, setFailed] = useState(false);
  if (failed) return <FileCard file={file} />;
  return (
    <figure class="file-picture">
      <figcaption>{file.title || file.name}</figcaption>
      <a href={file.url} target="_blank" rel="noopener">
        <img src={file.url} alt={file.alt || file.name} onError={() => setFailed(true)} />
      </a>
    </figure>
  );
}

/** What was shared with a message: pictures are shown, everything else can be taken away. */
export function Files({ files }: { readonly files: readonly ShownFile[] }) {
  if (files.length === 0) return null;
  return (
    <div class="files">
      {files.map((file) =>
        file.mimetype.startsWith('image/') ? (
          <FilePicture key={file.id} file={file} />
        ) : (
          <FileCard key={file.id} file={file} />
        ),
      )}
    </div>
  );
}
