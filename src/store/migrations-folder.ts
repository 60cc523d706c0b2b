import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from './package-root.ts';

/** One migration, as it lies in `prisma/migrations/<name>/migration.sql`. */
export type Migration = {
  readonly name: string;
  readonly sql: string;
  /** Of the file's bytes, as the schema engine keeps it in `_prisma_migrations`. */
  readonly checksum: string;
};

export const migrationsFolder = (): string => path.join(packageRoot(), 'prisma', 'migrations');

/** The migrations of a folder, in the order of their names, which is the order in which they are applied. */
export function readMigrations(folder = migrationsFolder()): readonly Migration[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}
