// The bot in a process of its own that can be killed at any commit and any call to Slack. The hooks are here, around the
// database driver and `fetch`, and not in the product. It is told over IPC which step of the story goes on and which points
// were killed at before; it writes the name of a new one to standard output and kills itself with SIGKILL there.
//
// What only reads is passed over, and so is opening a DM that is open: a process that dies after it leaves the same behind as
// one that died a moment before.
import { writeSync } from 'node:fs';
import pg from 'pg';
import { z } from 'zod';
import { compose } from '../../dist/compose.js';
import { createHttpServer } from '../../dist/http/http-server.js';
import { createLogger } from '../../dist/log.js';
import { loadPlaybooks } from '../../dist/playbooks/load-playbooks.js';
import { createCorrelationScope } from '../../dist/slack/correlation.js';

const orderSchema = z.object({
  slack: z.object({ apiUrl: z.string(), botToken: z.string(), appToken: z.string() }),
  dataDir: z.string(),
  directory: z.record(
    z.string(),
    z.object({ mentor: z.string().nullable(), backups: z.array(z.string()), manager: z.string().nullable() }),
  ),
  /** How far its clock is ahead, milliseconds. */
  lead: z.number(),
  step: z.string(),
  /** Points that were killed at already. */
  passed: z.array(z.string()),
});
const stepSchema = z.object({ step: z.string() });
const restSchema = z.object({ rest: z.literal(true) });

const readingMethods = new Set([
  ...['users.info', 'dnd.info', 'chat.getPermalink', 'auth.test', 'apps.connections.open'],
  ...['conversations.history', 'conversations.replies', 'conversations.open', 'conversations.info'],
]);

let step = '';
/** @type {import('../../src/compose.ts').Oops | undefined} */
let oops;
/** @type {Set<string>} */
const passed = new Set();
/** @type {Map<string, number>} */
const counted = new Map();

/** A point that was not killed at before ends the process, at once and without a word to anybody. @param {string} kind */
function reach(kind) {
  const place = `${step}/${kind}`;
  const nth = (counted.get(place) ?? 0) + 1;
  counted.set(place, nth);
  const point = `${place}/${nth}`;
  if (step === '' || passed.has(point)) return;
  writeSync(1, `killed at ${point}\n`);
  process.kill(process.pid, 'SIGKILL');
  // SIGKILL needs no help, but nothing may go on meanwhile.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10_000);
}

function hookCommits() {
  const query = pg.Client.prototype.query;
  /** Connections whose transaction has written something. */
  const wrote = new WeakSet();
  /** @this {pg.Client} @param {unknown[]} args */
  function hooked(...args) {
    const [first] = args;
    const text = String((typeof first === 'string' ? first : Reflect.get(Object(first), 'text')) ?? '');
    if (/^\s*(insert|update|delete)|add_job\(/i.test(text)) wrote.add(this);
    const commits = /^\s*commit/i.test(text) && wrote.delete(this);
    if (commits && step.startsWith('before ')) reach('commit');
    const answer = Reflect.apply(query, this, args);
    if (!commits || !(answer instanceof Promise)) return answer;
    return answer.then((result) => {
      if (!step.startsWith('before ')) reach('commit');
      return result;
    });
  }
  Reflect.set(pg.Client.prototype, 'query', hooked);
}

/** After Slack has done it, and before we know: the instant that matters. */
function hookCalls() {
  const call = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const answer = await call(input, init);
    const method = (input instanceof Request ? input.url : String(input)).split('/').at(-1) ?? '';
    if (!readingMethods.has(method)) reach(method);
    return answer;
  };
}

/** @param {z.infer<typeof orderSchema>} order */
async function begin(order) {
  for (const point of order.passed) passed.add(point);
  hookCommits();
  hookCalls();
  // What an earlier life left is done while it starts: it may die there, too.
  step = order.step;
  const http = await createHttpServer({ host: '127.0.0.1', port: 0 });
  const playbooks = await loadPlaybooks(undefined);
  if (!playbooks.ok) throw new Error('the playbooks do not load');
  const correlation = createCorrelationScope();
  oops = await compose({
    ...{ http, correlation, directory: order.directory, playbooks: playbooks.playbooks },
    // A call to the sandbox is answered in milliseconds: what is unsure is looked up soon.
    slack: { mode: 'socket', ...order.slack, deadlines: { person: 1500, background: 1000 } },
    database: { dataDir: order.dataDir },
    clock: { now: () => Date.now() + order.lead },
    log: createLogger({ level: 'error', mixin: () => ({ correlationId: correlation.current() }) }),
    onProgress: () => undefined,
    onBroken: (error) => {
      throw error;
    },
  });
  process.send?.({ ready: true });
}

process.on('message', (message) => {
  const order = orderSchema.safeParse(message);
  if (order.success) {
    void begin(order.data);
    return;
  }
  if (restSchema.safeParse(message).success) {
    void oops?.stop(4000).then(() => process.exit(0));
    return;
  }
  step = stepSchema.parse(message).step;
  process.send?.({ step });
});
// Its modules are loaded: it can take the place of another one at once.
process.send?.({ warm: true });
