/** Writes into a database who asks whom, as people do in the settings, and ends. Told as JSON in its first argument. */
import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import { z } from 'zod';
import { openDatabase } from '../src/store/database.ts';
import { createStore } from '../src/store/repositories/store.ts';

const orderSchema = z.object({
  url: z.string().optional(),
  dataDir: z.string(),
  team: z.string(),
  mentors: z.record(z.string(), z.string()),
});
export type NamingOrder = z.infer<typeof orderSchema>;

const order = orderSchema.parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')));
const database = await openDatabase({
  url: order.url,
  dataDir: order.dataDir,
  log: pino({ level: 'silent' }),
});
const store = createStore(database.prisma, { now: Date.now });
for (const [engineer, mentor] of Object.entries(order.mentors)) {
  await store.setCircle(order.team, engineer, { mentor, backups: [], manager: null });
}
await database.close();
