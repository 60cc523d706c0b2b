// Generates Prisma's client from prisma/schema.prisma. `npm run generate`
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesOf, fingerprint, root, runStep } from './fingerprint.mjs';
import { runTool } from './run-tool.mjs';

/** Generates the client if the schema or Prisma changed. */
export function generate() {
  const files = filesOf(['prisma/schema.prisma', 'node_modules/prisma/package.json']);
  return runStep({
    name: 'generate',
    doing: 'Generating the database client …',
    print: fingerprint(files),
    done: () => existsSync(path.join(root, 'src/store/generated/client.ts')),
    run: () =>
      runTool('node_modules/prisma/build/index.js', ['generate', '--schema', 'prisma/schema.prisma'], {
        // The CLI wants an engine it does not use here, and would fetch it from the network. Any existing file will do.
        PRISMA_SCHEMA_ENGINE_BINARY: path.join(root, 'package.json'),
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      }),
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await generate();
