import { describe, expect, it } from '@jest/globals';
import { readinessReport } from '../../src/http/readiness.ts';

describe('readinessReport', () => {
  it('counts a part that never answers as not ready', async () => {
    const report = await readinessReport([{ name: 'slack', check: () => new Promise(() => {}) }], 5);
    expect(report).toEqual({ status: 'not ready', parts: { slack: 'not ready' } });
  });

  it('is ready when there is nothing to check', async () => {
    expect(await readinessReport([])).toEqual({ status: 'ready', parts: {} });
  });
});
