import { describe, expect, it } from '@jest/globals';
import { createCorrelationScope, newCorrelationId } from '../../../src/slack/correlation.ts';
import { TooSlow, timeLeftMs, withDeadline } from '../../../src/slack/deadline.ts';
import { describeError } from '../../../src/slack/describe-error.ts';
import { InFlight } from '../../../src/slack/in-flight.ts';
import { fixedPart, sdkLogger } from '../../../src/slack/sdk-logger.ts';
import { readableLog } from './support/log-lines.ts';
import { gate } from './support/workshop.ts';

describe('a correlation id', () => {
  it('is short, sorts by time, and differs within a second', () => {
    const ids = [0, 1_700_000_000_000, 1_700_000_001_000, 4_000_000_000_000].map((at) =>
      newCorrelationId(at),
    );
    expect([...ids].sort()).toEqual(ids);
    for (const id of ids) expect(id).toMatch(/^[0-9a-hjkmnp-tv-z]{7}-[0-9a-hjkmnp-tv-z]{5}$/);
    const many = new Set(Array.from({ length: 500 }, () => newCorrelationId(0)));
    expect(many.size).toBeGreaterThan(498);
  });

  it('is the same for time and chance that are the same', () => {
    expect(newCorrelationId(1_700_000_000_000, () => 31)).toBe('1jn7w80-0000z');
  });

  it('is known to everything that the work starts, and to nothing else', async () => {
    const scope = createCorrelationScope();
    const seen = await Promise.all(
      ['a', 'b'].map((id) =>
        scope.run(id, async () => {
          await new Promise((resolve) => setImmediate(resolve));
          return scope.current();
        }),
      ),
    );
    expect(seen).toEqual(['a', 'b']);
    expect(scope.current()).toBeUndefined();
  });
});

describe('a deadline', () => {
  it('lets the work begin nothing more when it has passed', async () => {
    let late: unknown;
    const { result, ended } = withDeadline(1, async (signal) => {
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      try {
        timeLeftMs();
      } catch (error) {
        late = error;
      }
    });
    await expect(result).rejects.toThrow(TooSlow);
    await ended;
    expect(late).toBeInstanceOf(TooSlow);
  });

  it('tells the work how long it has, and that there is no hurry when nobody waits', async () => {
    expect(timeLeftMs()).toBe(Number.POSITIVE_INFINITY);
    const left = await withDeadline(60_000, async () => timeLeftMs()).result;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(60_000);
    const answered = withDeadline(
      60_000,
      async () => timeLeftMs(),
      () => true,
    );
    expect(await answered.result).toBe(Number.POSITIVE_INFINITY);
  });

  it('leaves work that is done in time alone', async () => {
    const timed = withDeadline(1000, async (signal) => signal.aborted);
    expect(await timed.result).toBe(false);
    await timed.ended;
  });

  it('hands on how the work failed', async () => {
    const timed = withDeadline(1000, async () => {
      throw new Error('no');
    });
    await expect(timed.result).rejects.toThrow('no');
    await timed.ended;
  });

  it('rejects with too_slow, tells the work to stop, and waits for its end', async () => {
    const end = gate();
    let signal: AbortSignal | undefined;
    const timed = withDeadline(5, async (given) => {
      signal = given;
      await end.opened;
      throw new Error('nobody hears this, and nothing breaks');
    });
    await expect(timed.result).rejects.toThrow(TooSlow);
    await expect(timed.result).rejects.toMatchObject({ code: 'too_slow' });
    expect(signal?.aborted).toBe(true);
    end.open();
    await timed.ended;
  });

  it('does not matter any more when the person was answered', async () => {
    const end = gate();
    const timed = withDeadline(
      5,
      async (signal) => {
        await end.opened;
        return signal.aborted;
      },
      () => true,
    );
    setTimeout(() => end.open(), 20);
    expect(await timed.result).toBe(false);
  });
});

describe('what is in flight', () => {
  it('is waited for, later arrivals included', async () => {
    const inFlight = new InFlight();
    const [first, second] = [gate(), gate()];
    void inFlight.track(first.opened.then(() => void inFlight.track(second.opened)));
    const idle = inFlight.idle(5000);
    first.open();
    await first.opened;
    expect(inFlight.count).toBeGreaterThan(0);
    second.open();
    expect(await idle).toBe(0);
  });

  it('that fails is over too', async () => {
    const inFlight = new InFlight();
    await expect(inFlight.track(Promise.reject(new Error('x')))).rejects.toThrow('x');
    expect(await inFlight.idle(5000)).toBe(0);
  });

  it('is counted when the time is up', async () => {
    const inFlight = new InFlight();
    void inFlight.track(gate().opened);
    expect(await inFlight.idle(5)).toBe(1);
    expect(await new InFlight().idle(0)).toBe(0);
  });
});

describe('a line of the SDK', () => {
  it.each([
    ['Malformed request body: Unexpected token I, "I deleted it" is not valid', 'Malformed request body'],
    ['Failed to retrieve a new WSS URL (error: Error: wss://x?ticket=1)', 'Failed to retrieve a new WSS URL'],
    ['must be shorter than 10 [json-pointer:/blocks/0]', 'must be shorter than 10'],
    ['https://x', 'unnamed message'],
    ['A pong wasn’t received', 'A pong wasn’t received'],
    [{ body: 'x' }, 'unnamed message'],
    [new TypeError('I deleted it'), 'TypeError'],
  ])('is kept only as far as it is fixed: %s', (message, kept) => {
    expect(fixedPart(message)).toBe(kept);
  });

  it('is never DEBUG, which holds whole payloads, and no error of ours', () => {
    const { log, lines } = readableLog();
    const logger = sdkLogger(log, 'bolt');
    logger.debug('everything', { text: 'I deleted it' });
    logger.info('one');
    logger.warn('two', { text: 'I deleted it' });
    logger.error('three');
    expect(lines.map(({ level, msg, source }) => [level, msg, source])).toEqual([
      [30, 'one', 'bolt'],
      [40, 'two', 'bolt'],
      [40, 'three', 'bolt'],
    ]);
  });
});

describe('an error in the log', () => {
  it('keeps its kind, code and place, and its message only when that quotes nobody', () => {
    const error = Object.assign(new Error('invalid input: "I deleted it"'), { code: '22P02' });
    const outer = new TypeError('x is not a function', { cause: error });
    const line = describeError(outer);
    expect(line).toMatchObject({
      type: 'TypeError',
      message: 'x is not a function',
      cause: { type: 'Error', code: '22P02' },
    });
    expect(line.at?.[0]).toContain('foundations.test.ts');
    expect(JSON.stringify(line)).not.toContain('deleted');
    expect(describeError('I deleted it')).toEqual({ type: 'string' });
  });
});
