import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  adminAnswerSchema,
  changeSchema,
  controlErrorSchema,
  outcomeSchema,
  screenSchema,
  trafficSchema,
  workspaceSchema,
} from '../../src/sandbox/protocol.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { channels, defaultSeed, people } from '../../src/sandbox/seed.ts';
import { ordinaryTalk } from '../../src/sandbox/seed-talk.ts';
import { testManifest } from './support/manifest.ts';
import { closeSandbox } from './support/workshop.ts';

describe('the control API', () => {
  let sandbox: Sandbox;
  let base: string;
  let pageDir: string;

  beforeEach(async () => {
    pageDir = mkdtempSync(join(tmpdir(), 'page-'));
    writeFileSync(join(pageDir, 'index.html'), '<h1>Slack</h1>');
    sandbox = await startSandbox({ manifest: testManifest(), pageDir });
    base = await sandbox.listen();
  });

  afterEach(async () => {
    await closeSandbox(sandbox);
    rmSync(pageDir, { recursive: true, force: true });
  });

  const get = async (path: string) => (await fetch(base + path)).json();
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(base + path, { method: 'POST', headers, body: JSON.stringify(body) });

  it('does for a person what the driver does, in the same shapes', async () => {
    const answer = await post(`/control/people/${people.alex}/do`, {
      do: 'post',
      channel: '#eng-platform',
      text: 'hi',
    });
    expect(outcomeSchema.parse(await answer.json())).toMatchObject({
      result: 'done',
      channel: channels.engPlatform,
    });
    const screen = screenSchema.parse(await get(`/control/people/${people.alex}/screen`));
    expect(screen).toEqual(expect.objectContaining({ me: expect.objectContaining({ id: people.alex }) }));
    expect(screen.conversations.find((each) => each.id === channels.engPlatform)?.messages).toHaveLength(1);
  });

  it('shows the workspace and the traffic, and moves time', async () => {
    expect(
      workspaceSchema.parse(await get('/control/workspace')).commands.map((each) => each.command),
    ).toEqual(['/plain', '/escaped']);
    const before = sandbox.clock.now();
    const moved = adminAnswerSchema.parse(
      await (await post('/control/do', { do: 'advanceClock', ms: 60_000 })).json(),
    );
    expect(moved.now).toBeGreaterThanOrEqual(before + 60_000);
    expect(trafficSchema.parse(await get('/control/traffic?since=0'))).toEqual({ last: 0, entries: [] });
  });

  it('tells at once whose screen changed', async () => {
    const stream = await fetch(`${base}/control/events`);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    if (!reader) throw new Error('no stream');
    const nextChange = async () => {
      const { value = '' } = await reader.read();
      return changeSchema.parse(JSON.parse(/^data: (.*)$/m.exec(value)?.[1] ?? 'null'));
    };
    expect((await nextChange()).people).toEqual(['*']);
    await sandbox.person(people.alex).do({ do: 'post', channel: '@denny', text: 'psst' });
    expect((await nextChange()).people.sort()).toEqual([people.alex, people.denny]);
    await reader.cancel();
  });

  it('says when a fault begins and ends, takes one away alone, and tells how far the clock was moved', async () => {
    const lost = { fault: 'lost_answer', method: '*', times: 5 };
    const late = { fault: 'event', what: 'delay', ms: 2_000 };
    for (const fault of [lost, late]) await post('/control/do', { do: 'fault', fault });
    await post('/control/do', { do: 'clearFaults', like: { ...lost, times: 1 } });
    await post('/control/do', { do: 'advanceClock', ms: 60_000 });
    const { faults, clockOffset } = workspaceSchema.parse(await get('/control/workspace'));
    expect(faults).toEqual([expect.objectContaining(late)]);
    expect(clockOffset).toBe(60_000);
  });

  it('tells at once that something went over the wire, though nothing changed by it', async () => {
    const stream = await fetch(`${base}/control/events`);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    await fetch(`${sandbox.apiUrl()}auth.test`, { method: 'POST' });
    const { value = '' } = (await reader?.read()) ?? {};
    expect(changeSchema.parse(JSON.parse(/^data: (.*)$/m.exec(value)?.[1] ?? 'null'))).toMatchObject({
      people: [],
      traffic: 1,
    });
    await reader?.cancel();
  });

  it('says what is wrong with a body, a person or an address', async () => {
    const bad = await post('/control/do', { do: 'advanceClock', ms: 'soon' });
    expect([bad.status, controlErrorSchema.parse(await bad.json()).issues[0]]).toEqual([
      400,
      expect.stringContaining('ms'),
    ]);
    expect((await post('/control/do', { do: 'redeliver' })).status).toBe(404);
    expect((await post('/control/people/U0NOBODY/do', { do: 'submit' })).status).toBe(404);
    expect((await fetch(`${base}/control/nothing`)).status).toBe(404);
  });

  it('is closed to pages of other sites', async () => {
    const body = { do: 'advanceClock', ms: 1 };
    expect((await post('/control/do', body, { origin: 'https://elsewhere.test' })).status).toBe(403);
    expect((await post('/control/do', body, { origin: base })).status).toBe(200);
  });

  it('serves the files of the page and nothing beside them', async () => {
    expect(await (await fetch(`${base}/`)).text()).toBe('<h1>Slack</h1>');
    expect((await fetch(`${base}/..%2f..%2fetc/passwd`)).status).toBe(404);
  });

  // https://docs.slack.dev/reference/methods/chat.getPermalink
  it('opens the page at the message that a permalink names', async () => {
    const link = '/archives/C0ENGPLAT/p1700000000000100?thread_ts=1700000000.000100&cid=C0ENGPLAT';
    const opened = await fetch(base + link, { redirect: 'manual' });
    expect([opened.status, opened.headers.get('location')]).toEqual([
      302,
      `/?link=${encodeURIComponent(link)}`,
    ]);
  });

  it('goes back to the seed when asked to', async () => {
    await sandbox.person(people.alex).post('#random', 'gone soon');
    await post('/control/do', { do: 'reset' });
    expect(sandbox.person(people.alex).history('#random')).toEqual([]);
  });
});

describe('a sandbox that begins among people', () => {
  it('shows what was said before, in order and in the past, and tells no app of it', async () => {
    const sandbox = await startSandbox({
      manifest: testManifest(),
      seed: { ...defaultSeed, talk: ordinaryTalk },
    });
    const alex = sandbox.person(people.alex);
    const times = alex.history('#eng-platform').map((each) => Number(each.ts));
    expect(times.length).toBeGreaterThan(2);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    await alex.post('#eng-platform', 'now');
    expect(alex.history('#eng-platform').at(-1)?.text).toBe('now');
    expect(alex.screen().notifications).toEqual([]);
    await closeSandbox(sandbox);
  });
});

describe('the sandbox in a server of its host', () => {
  it('works under an address it was told', async () => {
    const sandbox = await startSandbox({ manifest: testManifest() });
    const server = createServer((request, response) => void sandbox.handleRequest(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    sandbox.setBaseUrl(`http://127.0.0.1:${port}/`);
    const answer = await fetch(`${sandbox.apiUrl()}apps.connections.open`, {
      method: 'POST',
      headers: { authorization: `Bearer ${sandbox.appToken}` },
    });
    expect(await answer.json()).toMatchObject({
      url: expect.stringContaining(`ws://127.0.0.1:${port}/socket/`),
    });
    server.closeAllConnections();
    server.close();
    await closeSandbox(sandbox);
  });

  it('names every fault of a manifest', async () => {
    const start = startSandbox({
      manifest: { display_information: {}, features: { slash_commands: [{ command: 'oops' }] } },
    });
    await expect(start).rejects.toThrow(/display_information\.name.*features\.slash_commands\.0\.command/);
  });
});

describe('the sandbox alone', () => {
  // A whole process has to start, which takes its time on a busy machine.
  it('starts from the command line and prints what an app needs', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'alone-'));
    const manifest = join(folder, 'manifest.json');
    writeFileSync(manifest, JSON.stringify(testManifest()));
    const child = spawn(process.execPath, [
      '--import',
      'tsx',
      'src/sandbox/main.ts',
      '--port',
      '0',
      '--manifest',
      manifest,
    ]);
    let output = '';
    const started = new Promise<void>((resolve) => {
      child.stdout.on('data', (part) => {
        output += String(part);
        if (output.includes('Control API')) resolve();
      });
    });
    const exited = new Promise((resolve) => child.once('exit', resolve));
    await Promise.race([started, exited]);
    expect(output).toMatch(/SLACK_API_URL=http:\/\/127\.0\.0\.1:\d+\/api\/\n {2}SLACK_BOT_TOKEN=xoxb-/);
    child.kill('SIGTERM');
    expect(await exited).toBe(0);
    rmSync(folder, { recursive: true, force: true });
  }, 30_000);
});
