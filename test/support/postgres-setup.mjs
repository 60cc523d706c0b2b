import { startPostgres } from './start-postgres.mjs';

/** Jest's globalSetup: one server for the whole run. Each test file makes a database of its own on it. */
export default async function setUp() {
  const server = await startPostgres();
  process.env.OOPS_TEST_POSTGRES = server.url;
  globalThis.oopsTestPostgres = server;
}
