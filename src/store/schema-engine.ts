import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlQuery,
  type SqlResultSet,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';
import type { Migration } from './migrations-folder.ts';

/** What is asked of Prisma's schema engine. */
export type SchemaEngine = {
  /** Applies what is missing and gives the names. */
  readonly apply: (migrations: readonly Migration[]) => Promise<readonly string[]>;
  /** Lets a migration that was begun and not finished be applied again. */
  readonly markRolledBack: (name: string) => Promise<void>;
  /** The SQL that turns the database into what the schema says; empty when it is that already. */
  readonly difference: (schema: string) => Promise<string>;
  readonly close: () => Promise<void>;
};

type Engine = import('@prisma/schema-engine-wasm').SchemaEngine;
type Bindings = typeof import('@prisma/schema-engine-wasm/schema_engine_bg');

const filters = { externalTables: [], externalEnums: [] };

/** What the engine writes when there is nothing to do. */
const emptyScript = '-- This is an empty migration.';

let bindings: Promise<Bindings> | undefined;

/**
 * Opens the schema engine on a database. It is the engine of `prisma migrate`, compiled to WebAssembly: it needs no
 * binary, no download and no Prisma CLI, and speaks through `pg` like everything else here.
 */
export async function openSchemaEngine(connection: pg.PoolConfig): Promise<SchemaEngine> {
  bindings ??= load();
  const { SchemaEngine } = await bindings;
  // One connection: the engine takes a session's advisory lock, and must find it again.
  const pool = new pg.Pool({ ...connection, max: 1 });
  pool.on('error', () => undefined);
  const factory = bindMigrationAwareSqlAdapterFactory(adapterFor(pool));
  const datamodel = 'datasource db {\n  provider = "postgresql"\n}\n';
  const engine: Engine = await SchemaEngine.new(
    { datamodels: [['schema.prisma', datamodel]] },
    () => undefined,
    factory,
  );
  return {
    async apply(migrations) {
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: asList(migrations),
        filters,
      });
      return appliedMigrationNames;
    },
    async markRolledBack(migrationName) {
      await engine.markMigrationRolledBack({ migrationName });
    },
    async difference(schema) {
      const { stdout } = await engine.diff({
        // Not the schema: the database it is bound to.
        from: {
          tag: 'schemaDatasource',
          files: [{ path: 'schema.prisma', content: datamodel }],
          configDir: '',
        },
        to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: schema }] },
        script: true,
        exitCode: null,
        filters,
      });
      const sql = (stdout ?? '').trim();
      return sql === emptyScript ? '' : sql;
    },
    async close() {
      engine.free();
      await pool.end();
    },
  };
}

/** The type "char" of PostgreSQL's system tables: one byte. */
const charType = 18;
const textType = 25;

/**
 * The adapter for this engine. PrismaPg does not know the type "char", and the engine asks system tables for columns of
 * it: they are read as texts, and handed on as what they are.
 */
function adapterFor(pool: pg.Pool) {
  let chars: number[] = [];
  const query = pool.query.bind(pool);
  const reading = Object.assign(pool, {
    query: async (asked: pg.QueryConfig) => {
      const result = await query(asked);
      chars = [];
      for (const [index, field] of (result.fields ?? []).entries()) {
        if (field.dataTypeID !== charType) continue;
        field.dataTypeID = textType;
        chars.push(index);
      }
      return result;
    },
  });
  const factory = new PrismaPg(reading);
  const connect = factory.connect.bind(factory);
  return Object.assign(factory, {
    connect: async () => {
      const adapter = await connect();
      const queryRaw = adapter.queryRaw.bind(adapter);
      return Object.assign(adapter, {
        queryRaw: async (asked: SqlQuery): Promise<SqlResultSet> => {
          const result = await queryRaw(asked);
          const columnTypes = result.columnTypes.map((type, index) =>
            chars.includes(index) ? ColumnTypeEnum.Character : type,
          );
          return { ...result, columnTypes };
        },
      });
    },
  });
}

function asList(migrations: readonly Migration[]) {
  return {
    baseDir: 'migrations',
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  };
}

/** The engine never clears the timer of its lock, which would keep the process from ending for ten seconds. */
function timersLetGo(glue: object): Record<string, unknown> {
  const setters = Object.entries(glue).filter(([name]) => name.startsWith('__wbg_setTimeout'));
  return Object.fromEntries(
    setters.map(([name, set]) => [name, (...args: unknown[]) => set(...args).unref()]),
  );
}

/** Node has it; the language's own types do not. */
declare const WebAssembly: {
  instantiate(
    bytes: Uint8Array,
    imports: object,
  ): Promise<{ readonly instance: { readonly exports: Readonly<Record<string, unknown>> } }>;
};

/** As the package's own entry point does it, which wants a bundler that can import WebAssembly. */
async function load(): Promise<Bindings> {
  const name = '@prisma/schema-engine-wasm/schema_engine_bg';
  const glue: Bindings & { __wbg_set_wasm?: (exports: unknown) => void } = await import(name);
  const file = path.join(path.dirname(createRequire(import.meta.url).resolve(name)), 'schema_engine_bg.wasm');
  // Where the engine puts the words of a panic. Without it a panic would hide behind a TypeError.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: () => undefined } });
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    './schema_engine_bg.js': { ...glue, ...timersLetGo(glue) },
  });
  glue.__wbg_set_wasm?.(instance.exports);
  const { __wbindgen_start: start } = instance.exports;
  if (typeof start === 'function') start();
  return glue;
}
