import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { people } from '../../src/sandbox/seed.ts';
import { endProducts, freshFolder, type Product, startProduct, startWithNpm } from '../support/product.ts';
import { dmSaying, remotePerson, windowSaying } from '../support/remote-slack.ts';
import { watchFor } from '../support/watch-for.ts';

// Each test starts the product once or twice.
jest.setTimeout(60_000);

const command = { do: 'command', channel: '#eng-platform', command: '/oops' } as const;

afterAll(endProducts);

describe('a running Oops', () => {
  let folder: string;
  let product: Product;
  let address: string;

  beforeEach(async () => {
    folder = freshFolder();
    product = startProduct({ folder });
    address = await product.address;
  });

  afterEach(() => product.kill());

  /** Slack shows the mentor's message, and takes long to say so: the call is under way when this resolves. */
  async function isBusy(): Promise<void> {
    const fault = { fault: 'slow', method: 'chat.postMessage', ms: 4000, times: 9 };
    await fetch(`${address}/control/do`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ do: 'fault', fault }),
    });
    await remotePerson(address, people.alex).do({ ...command, text: 'i dropped the users table' });
    await remotePerson(address, people.denny).sees('the ask', dmSaying('is asking for your help'));
  }

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends within five seconds of %s, also in the middle of work',
    async (signal) => {
      // A page that listens is there too.
      const page = await fetch(`${address}/control/events`);
      await isBusy();
      const begun = performance.now();
      product.signal(signal);
      const { code, stdout, stderr } = await product.ended;
      expect(performance.now() - begun).toBeLessThan(5000);
      expect([code, stdout]).toEqual([0, `Oops is ready: ${address}\n`]);
      expect(stderr).not.toContain('"level":50');
      await page.body?.cancel().catch(() => undefined);
    },
  );

  it('ends at the second signal without waiting', async () => {
    await isBusy();
    product.signal('SIGINT');
    await product.says('Finishing what is running; a second Ctrl-C ends it at once');
    const begun = performance.now();
    product.signal('SIGINT');
    expect((await product.ended).code).toBe(130);
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  it('ends in order also when SIGTERM comes twice', async () => {
    await isBusy();
    product.signal('SIGTERM');
    await product.says('Finishing what is running');
    product.signal('SIGTERM');
    expect((await product.ended).code).toBe(0);
  });

  it('goes on where it was, at once, after SIGKILL', async () => {
    await remotePerson(address, people.alex).do({ ...command, text: 'i dropped the users table' });
    await remotePerson(address, people.denny).sees('the ask', dmSaying('is asking for your help'));
    await product.kill();

    product = startProduct({ folder });
    address = await product.address;
    const [alex, denny] = [remotePerson(address, people.alex), remotePerson(address, people.denny)];
    expect(await alex.do({ ...command, text: '' })).toMatchObject({ result: 'done' });
    await alex.sees('the first screen again', windowSaying('i dropped the users table'));

    const asked = await denny.sees('the ask', dmSaying('is asking for your help'));
    const place = { in: 'message', channel: asked.channel, ts: asked.ts } as const;
    expect(await denny.do({ do: 'click', place, action: 'accept_ask' })).toMatchObject({ result: 'done' });
    await alex.sees('that somebody comes', dmSaying('is with you'));
    const { conversations } = await denny.screen();
    const asks = conversations
      .flatMap(({ messages }) => messages)
      .filter((message) => JSON.stringify(message.blocks).includes('is asking for your help'));
    expect(asks).toHaveLength(1);
  });
});

it('ends with npm, whose shell dies of SIGTERM without telling anybody', async () => {
  const product = startWithNpm(freshFolder());
  const address = await product.address;
  product.signal('SIGTERM');
  // npm's own end is not enough: its output is closed when nothing holds it any more.
  await product.ended;
  await expect(fetch(address)).rejects.toThrow();
});

it('is not kept from starting by starts that were killed while they made the database', async () => {
  const folder = freshFolder();
  for (const name of ['slack', 'postgres.new', 'postgres']) {
    const appears = watchFor(path.join(folder, 'data'), name);
    const killed = startProduct({ folder });
    await appears;
    await killed.kill();
  }
  const product = startProduct({ folder });
  await product.address;
  product.signal('SIGTERM');
  expect((await product.ended).code).toBe(0);
});
