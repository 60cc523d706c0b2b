import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { dependencyVersion, packageRoot } from '../package-root.ts';
import { copyFolder, flushFolder } from './copy-folder.ts';
import { embeddedConnection, startEmbeddedServer } from './embedded-server.ts';

/** Brings a database that has just been made to the shape it should have. */
export type Prepare = (connection: pg.PoolConfig) => Promise<void>;

/** Where the build puts the template: a ready database, so that a first start only copies it. */
export const templateFolder = (): string => path.join(packageRoot(), 'dist', 'template');

/** A database made by another PGlite may have another format, so a template is only good for the same. */
const maker = (): string => `pglite ${dependencyVersion('@electric-sql/pglite')}`;

/**
 * Makes a database in a folder that does not exist yet. It is built beside it and renamed when it is complete, so that
 * a process killed in the middle leaves nothing that looks like a database.
 *
 * The template is copied if there is a fitting one: a tenth of a second instead of some seconds.
 */
export async function makeDatabaseFolder(options: {
  readonly folder: string;
  readonly template: string | undefined;
  readonly prepare: Prepare;
}): Promise<void> {
  const unfinished = `${options.folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  if (options.template !== undefined && fits(options.template)) {
    copyFolder(path.join(options.template, 'postgres'), unfinished);
  } else {
    await initialise(unfinished, options.prepare);
  }
  renameSync(unfinished, options.folder);
  flushFolder(path.dirname(options.folder));
}

/** Makes the template, in place of an earlier one. */
export async function makeTemplate(prepare: Prepare, folder = templateFolder()): Promise<void> {
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  await initialise(path.join(unfinished, 'postgres'), prepare);
  writeFileSync(path.join(unfinished, 'maker'), maker());
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
}

function fits(template: string): boolean {
  const file = path.join(template, 'maker');
  return existsSync(file) && readFileSync(file, 'utf8') === maker();
}

async function initialise(folder: string, prepare: Prepare): Promise<void> {
  const server = startEmbeddedServer({ folder, idleInTransactionMs: 60_000 });
  try {
    await server.ready();
    const connection = embeddedConnection(server);
    await prepare(connection);
    const client = new pg.Client(connection);
    await client.connect();
    await client.query('VACUUM FREEZE');
    await client.query('CHECKPOINT');
    await client.end();
  } finally {
    await server.close();
  }
}
