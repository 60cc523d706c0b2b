import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Sandbox } from '../../src/sandbox/surface.ts';
import { startTestSandbox } from '../support/bot.ts';
import { server, type TestDatabase } from '../support/databases.ts';
import { endProducts, freshFolder, type ProductSettings, startProduct } from '../support/product.ts';

const root = path.resolve(import.meta.dirname, '../..');
/** What nobody may find in a terminal. */
const secret = 'hemmelig';

// Several processes after each other, and some of them make a database first.
jest.setTimeout(60_000);

afterAll(endProducts);

/** Starts it, and gives what it says when it refuses: standard error without progress and log lines. */
async function refusal(env: Readonly<Record<string, string>>, rest: Partial<ProductSettings> = {}) {
  const { code, stdout, stderr, ms } = await startProduct({ folder: freshFolder(), env, ...rest }).ended;
  const isSaid = (line: string) => !line.startsWith('{') && !line.endsWith(' …');
  const said = stderr.split('\n').filter(isSaid).join('\n');
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).not.toContain(secret);
  return { said, ms };
}

/** A port on which somebody listens who is nobody's database and nobody's Slack. */
async function listening(): Promise<{ readonly port: number; readonly listener: Server }> {
  const listener = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { port: address.port, listener };
}

/** A port on which nobody listens. */
async function silentPort(): Promise<number> {
  const { port, listener } = await listening();
  await new Promise((resolve) => listener.close(resolve));
  return port;
}

describe('a start that is refused', () => {
  it('lists every problem of the settings at once, by name and without a value', async () => {
    const folder = freshFolder({
      '.env': [
        `SLACK_BOT_TOKEN=xoxp-${secret}`,
        `SLACK_APP_TOKEN=xoxb-${secret}`,
        'SLACK_API_URL=slack',
        `DATABASE_URL=mysql://oops:${secret}@localhost/oops`,
        'LOG_LEVEL=loud',
        'HOST=http://localhost:80',
      ].join('\n'),
    });
    const { said } = await refusal({ PORT: '99999' }, { folder });
    const [heading, ...lines] = said.trimEnd().split('\n');
    expect(heading).toBe('The configuration has 7 problems:');
    expect(lines.map((line) => line.trim().split(' ')[0])).toEqual([
      ...['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_API_URL', 'DATABASE_URL', 'PORT', 'HOST', 'LOG_LEVEL'],
    ]);
  });

  it('says which port is taken', async () => {
    const { port, listener } = await listening();
    const { said } = await refusal({ PORT: String(port) });
    listener.close();
    expect(said).toBe(
      `Port ${port} on 127.0.0.1 is already in use: stop the other program, or set PORT to another number (0 picks a free one).\n`,
    );
  });

  it.each([['without a database server'], ['with one']])(
    'leaves a data folder alone that another process uses, %s',
    async (which) => {
      const folder = freshFolder();
      const database = which === 'with one' ? await server() : undefined;
      const env: Record<string, string> = database?.url === undefined ? {} : { DATABASE_URL: database.url };
      const first = startProduct({ folder, env });
      await first.address;
      const { said } = await refusal(env, { folder });
      await first.kill();
      await database?.drop();
      expect(said).toMatch(
        /^The data folder \S+ is in use by another process: stop that one, or set DATA_DIR to another folder\.\n$/,
      );
    },
  );

  it('says that a data folder cannot be written to', async () => {
    const folder = freshFolder({ file: '' });
    const { said } = await refusal({ DATA_DIR: './file/data' }, { folder });
    expect(said).toMatch(
      /^The data folder \S+ cannot be used \(a part of its path is a file\): set DATA_DIR to a folder that can be written to\.\n$/,
    );
  });

  it.each([
    ['a folder that is not there', './nowhere', 'folder does not exist or cannot be read'],
    ['a folder without playbooks', './empty', 'folder holds no playbook (*.md)'],
    ['a file that is no playbook', './broken', 'wrong.md:'],
  ])('names %s in PLAYBOOKS_DIR', async (_name, dir, words) => {
    const folder = freshFolder();
    mkdirSync(path.join(folder, 'empty'));
    mkdirSync(path.join(folder, 'broken'));
    writeFileSync(path.join(folder, 'broken', 'wrong.md'), '# No front matter\n');
    const { said } = await refusal({ PLAYBOOKS_DIR: dir }, { folder });
    expect(said).toContain(words);
  });

  it('says, in a build without the local Slack, that a token is needed', async () => {
    const build = freshFolder();
    const wanted = (file: string) => !/[/\\]dist[/\\](sandbox|template)$/.test(file);
    cpSync(path.join(root, 'dist'), path.join(build, 'dist'), { recursive: true, filter: wanted });
    for (const name of ['node_modules', 'package.json', 'playbooks', 'prisma']) {
      symlinkSync(path.join(root, name), path.join(build, name));
    }
    const { said } = await refusal({}, { main: path.join(build, 'dist', 'main.js') });
    expect(said).toBe(
      'SLACK_BOT_TOKEN is not set, and this build has no local Slack to try Oops on. Set SLACK_BOT_TOKEN, and SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP).\n',
    );
  });
});

describe('a start without its database server', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await server();
  });

  afterAll(() => database?.drop());

  it('says that nothing answers', async () => {
    const { said } = await refusal({
      DATABASE_URL: `postgresql://oops:${secret}@127.0.0.1:${await silentPort()}/oops`,
    });
    expect(said).toBe(
      'The database server of DATABASE_URL does not answer (ECONNREFUSED): check that it runs and that host and port are right.\n',
    );
  });

  it('says that the password is wrong', async () => {
    const { host, pathname } = new URL(database.url ?? '');
    const { said } = await refusal({ DATABASE_URL: `postgresql://postgres:${secret}@${host}${pathname}` });
    expect(said).toBe('The database server refused the user or password of DATABASE_URL.\n');
  });

  it('says that the database does not exist', async () => {
    const url = Object.assign(new URL(database.url ?? ''), { pathname: '/not_there' });
    const { said } = await refusal({ DATABASE_URL: url.href });
    expect(said).toBe(
      'The database named in DATABASE_URL does not exist on its server: create it, or change the name.\n',
    );
  });

  it('does not wait for a Slack that does not answer either', async () => {
    const port = await silentPort();
    const { said } = await refusal({
      ...{ SLACK_BOT_TOKEN: `xoxb-${secret}`, SLACK_APP_TOKEN: `xapp-${secret}` },
      ...{
        SLACK_API_URL: `http://127.0.0.1:${port}/api/`,
        DATABASE_URL: `postgresql://a:b@127.0.0.1:${port}/oops`,
      },
    });
    expect(said).toContain('The database server of DATABASE_URL does not answer');
  });
});

describe('a start that Slack refuses', () => {
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startTestSandbox();
  });

  afterAll(() => sandbox?.close());

  const real = () => ({
    SLACK_API_URL: sandbox.apiUrl(),
    SLACK_BOT_TOKEN: sandbox.botToken,
    SLACK_APP_TOKEN: sandbox.appToken,
  });

  it('says that the bot token is not known', async () => {
    const { said } = await refusal({ ...real(), SLACK_BOT_TOKEN: `xoxb-${secret}` });
    expect(said).toBe(
      'Slack refused SLACK_BOT_TOKEN (invalid_auth): Slack does not know this token, or does not accept it from this network.\n',
    );
  });

  it('says that the app token is not known', async () => {
    const { said } = await refusal({ ...real(), SLACK_APP_TOKEN: `xapp-${secret}` });
    expect(said).toContain('Slack refused SLACK_APP_TOKEN (invalid_auth)');
  });

  it('says that Slack cannot be reached, having tried for some seconds', async () => {
    const { said, ms } = await refusal({
      ...real(),
      SLACK_API_URL: `http://127.0.0.1:${await silentPort()}/api/`,
    });
    expect(said).toBe(
      'Slack could not be reached: nothing listens at its address (ECONNREFUSED); check the network of this machine, and SLACK_API_URL if it is set.\n',
    );
    expect(ms).toBeGreaterThan(3000);
  });

  it('says that what answers at SLACK_API_URL is not Slack', async () => {
    const { said } = await refusal({
      ...real(),
      SLACK_API_URL: sandbox.apiUrl().replace('/api/', '/nothing/'),
    });
    expect(said).toContain('what answered there is not Slack (http_404)');
  });
});
