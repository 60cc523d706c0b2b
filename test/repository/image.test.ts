import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { environmentSchema } from '../../src/config.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string) => readFileSync(root + file, 'utf8');

const dockerfile = read('Dockerfile').replaceAll('\\\n', ' ');
const lines = dockerfile.split('\n').map((line) => line.trim());
const finalStage = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));

/** What is copied from the project's folder, not from another stage. */
const copied = lines
  .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
  .flatMap((line) => line.split(/\s+/).slice(1, -1));

describe('Dockerfile', () => {
  it('copies only what exists and what .dockerignore lets through', () => {
    const letThrough = new Set(
      read('.dockerignore')
        .split('\n')
        .filter((line) => line.startsWith('!'))
        .map((line) => line.slice(1)),
    );
    expect(copied.filter((path) => !existsSync(root + path))).toEqual([]);
    expect(copied.filter((path) => !letThrough.has(path.split('/')[0] ?? ''))).toEqual([]);
    expect([...letThrough].filter((path) => !copied.some((from) => from.split('/')[0] === path))).toEqual([]);
  });

  it('runs as a user who owns nothing but the data', () => {
    expect(finalStage).toContain('USER node');
    expect(finalStage.filter((line) => line.includes('--chown'))).toEqual([]);
    expect(finalStage).toContain('RUN mkdir /data && chown node:node /data');
  });

  it('has production dependencies only, and no install scripts', () => {
    const installs = lines.filter((line) => line.includes('npm ci'));
    expect(installs.every((line) => line.includes('--ignore-scripts'))).toBe(true);
    expect(installs.at(-1)).toContain('--omit=dev --omit=optional');
    expect(finalStage.filter((line) => line.includes('npm '))).toEqual([]);
  });

  it('has no sandbox in it', () => {
    expect(dockerfile).toContain('rm -rf dist/sandbox');
  });

  it('sets variables that the configuration knows', () => {
    const known = new Set([...Object.keys(environmentSchema.shape), 'NODE_ENV']);
    const set = [...(finalStage.find((line) => line.startsWith('ENV ')) ?? '').matchAll(/([A-Z_]+)=/g)];
    expect(set.length).toBeGreaterThan(0);
    expect(set.map((found) => found[1] ?? '').filter((name) => !known.has(name))).toEqual([]);
  });

  it('asks /health whether it is alive, with what the image has', () => {
    const check = finalStage.find((line) => line.startsWith('HEALTHCHECK '));
    expect(check).toMatch(/CMD \["node", "-e", .*\/health/);
  });

  it('starts the program itself, so that it gets the signals', () => {
    expect(finalStage.filter((line) => line.startsWith('CMD '))).toEqual(['CMD ["node", "dist/main.js"]']);
  });
});

describe('.ci/run', () => {
  it('installs and tests, and can be run', () => {
    const commands = read('.ci/run')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(commands.slice(-2)).toEqual(['npm ci', 'npm test']);
    expect(commands).toContain('set -euo pipefail');
    expect(statSync(`${root}.ci/run`).mode & 0o111).not.toBe(0);
  });
});
