import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'dotenv';
import { environmentSchema, readConfig } from '../../src/config.ts';

const example = await readFile(new URL('../../.env.example', import.meta.url), 'utf8');

describe('.env.example', () => {
  it('names every variable of the configuration, and no other', () => {
    expect(Object.keys(parse(example))).toEqual(Object.keys(environmentSchema.shape));
  });

  it('has a comment right above each variable', () => {
    const lines = example.split('\n');
    const bare = lines.filter((line, index) => /^[A-Z_]+=/.test(line) && !lines[index - 1]?.startsWith('# '));
    expect(bare).toEqual([]);
  });

  it('is a working configuration when copied as it is', () => {
    expect(readConfig(parse(example))).toMatchObject({ ok: true, config: { mode: 'sandbox' } });
  });

  it('tells the defaults that the schema has', () => {
    const result = readConfig({});
    const config = result.ok ? result.config : undefined;
    for (const value of [config?.dataDir, config?.port, config?.host, config?.logLevel]) {
      expect(example).toContain(`Default: ${value}`);
    }
  });
});
