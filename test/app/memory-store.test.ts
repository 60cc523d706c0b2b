import { storeContract } from '../store/store-contract.ts';
import { jobKey } from '../support/fakes/memory-state.ts';
import { memoryStore } from '../support/fakes/memory-store.ts';

storeContract('the store in memory', async (clock) => {
  const store = memoryStore(clock);
  return {
    store,
    jobs: async () => store.jobs().map((job) => ({ key: jobKey(job), at: job.at })),
    close: async () => undefined,
  };
});
