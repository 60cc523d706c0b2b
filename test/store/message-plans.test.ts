import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { server, type TestDatabase } from '../support/databases.ts';

describe('a conversation in which very much was sent', () => {
  let place: TestDatabase;

  beforeAll(async () => {
    place = await server();
  }, 30_000);
  afterAll(() => place.drop(), 30_000);

  it('is looked through by what waits only', async () => {
    const { prisma, pgPool } = await place.open();
    await prisma.$executeRaw`
      INSERT INTO "OutgoingMessage" ("team", "id", "key", "conversation", "kind", "incidentId", "params", "state", "shown",
        "channel", "ts", "nextAt", "correlation", "createdAt")
      SELECT 'T1', n::text, n::text, 'channel:C1', 'card', 'i' || n, '{}', 'sent', 1, 'C1', n::text, now(), 'c', now()
      FROM generate_series(1, 20000) n`;
    await prisma.$executeRaw`VACUUM ANALYZE "OutgoingMessage"`;
    const plans = await Promise.all(
      [
        `select distinct on ("about") "id", coalesce("incidentId", "offerId") as "about" from "OutgoingMessage"
         where "team" = 'T1' and "conversation" = 'channel:C1' and "state" in ('queued', 'sending')
         order by "about", "sequence"`,
        `select "id" from "OutgoingMessage" where "team" = 'T1' and "conversation" = 'channel:C1'
         and "state" = 'sent' and "wanted" > "shown" order by "nextAt" limit 1`,
        `select distinct "team", "conversation" from "OutgoingMessage" where "nextAt" < now()
         and ("state" in ('queued', 'sending') or ("state" = 'sent' and "wanted" > "shown"))`,
      ].map(async (query) => JSON.stringify((await pgPool.query(`explain ${query}`)).rows)),
    );
    for (const plan of plans) expect(plan).not.toContain('Seq Scan');
  }, 60_000);
});
