import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { people } from '../../src/sandbox/seed.ts';
import { endProducts, freshFolder, type Product, startProduct } from '../support/product.ts';
import { dmSaying, remotePerson } from '../support/remote-slack.ts';

const root = path.resolve(import.meta.dirname, '../..');

afterAll(endProducts);

describe('a start with nothing set', () => {
  let folder: string;
  let product: Product;
  let address: string;

  beforeAll(async () => {
    folder = freshFolder();
    // Nothing of it may be needed: neither a home nor a temporary folder that can be written to.
    const env = { HOME: '/proc/nobody', TMPDIR: '/proc/nobody', TMP: '/proc/nobody', TEMP: '/proc/nobody' };
    product = startProduct({ folder, env });
    address = await product.address;
  }, 30_000);

  it('prints one line with the address of a free port, and no warnings', () => {
    expect(product.stdout()).toBe(`Oops is ready: ${address}\n`);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d*$/);
    expect(
      product
        .stderr()
        .split('\n')
        .filter((line) => !line.endsWith(' …')),
    ).toEqual(['']);
  });

  it('serves the page, and says that it is healthy and ready', async () => {
    const page = await fetch(address);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const script = /src="\.?\/?([^"]+\.js)"/.exec(await page.text())?.[1];
    expect((await fetch(`${address}/${script}`)).status).toBe(200);
    expect(await (await fetch(`${address}/health`)).json()).toEqual({ status: 'ok' });
    const ready = await fetch(`${address}/ready`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ready', parts: { database: 'ready', slack: 'ready' } },
    ]);
    expect(await (await fetch(`${address}/metrics`)).text()).toContain('oops_process_cpu');
  });

  it('keeps everything in ./data of the folder it was started in', () => {
    expect(existsSync(path.join(folder, 'data', 'postgres', 'PG_VERSION'))).toBe(true);
    expect(existsSync(path.join(folder, 'data', 'slack', 'workspace.json'))).toBe(true);
  });

  it('asks the mentor in the moment somebody types /oops', async () => {
    const [alex, denny] = [remotePerson(address, people.alex), remotePerson(address, people.denny)];
    const text = 'i dropped the users table';
    const outcome = await alex.do({ do: 'command', channel: '#eng-platform', command: '/oops', text });
    expect(outcome).toMatchObject({ result: 'done' });
    await denny.sees('the ask', dmSaying('is asking for your help'));
  });
});

describe('what can be asked for', () => {
  it('prints the help, with every variable, and starts nothing', async () => {
    const folder = freshFolder();
    const { code, stdout, stderr } = await startProduct({ folder, args: ['--help'] }).ended;
    expect([code, stderr]).toEqual([0, '']);
    const variables = readFileSync(path.join(root, '.env.example'), 'utf8').match(/^[A-Z_]+(?==)/gm) ?? [];
    expect(variables.length).toBeGreaterThan(8);
    for (const variable of variables) expect(stdout).toContain(variable);
    expect(existsSync(path.join(folder, 'data'))).toBe(false);
  });

  it('prints the version', async () => {
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    const { code, stdout } = await startProduct({ folder: freshFolder(), args: ['--version'] }).ended;
    expect([code, stdout]).toEqual([0, `${version}\n`]);
  });

  it('refuses what it does not know, and says where to look', async () => {
    const { code, stdout, stderr } = await startProduct({ folder: freshFolder(), args: ['--prot', '1'] })
      .ended;
    expect([code, stdout, stderr]).toEqual([
      1,
      '',
      'Oops does not know --prot. npm start -- --help tells what it knows.\n',
    ]);
  });

  it('reads .env, and takes the environment before it', async () => {
    const folder = freshFolder({ '.env': 'DATA_DIR=./elsewhere\nPORT=99999\n' });
    mkdirSync(path.join(folder, 'elsewhere'));
    const product = startProduct({ folder, env: { PORT: '0' } });
    await product.address;
    await product.kill();
    expect(existsSync(path.join(folder, 'elsewhere', 'postgres'))).toBe(true);
  }, 30_000);
});
