import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { paceRequests } from './pacing.ts';

/** A clock whose waits end so many milliseconds late, in order, and that stands still otherwise. */
function clockOf(...late: number[]) {
  let time = 0;
  return {
    now: () => time,
    wait: async (milliseconds: number) => {
      await setImmediate();
      time += milliseconds + (late.shift() ?? 0);
    },
  };
}

const { signal } = new AbortController();

test('requests to one host are as far apart as it wishes, though one of them was late', async () => {
  const clock = clockOf(30);
  const turn = paceRequests(40, signal, clock);
  const times: number[] = [];
  const ask = async (delay?: number) => {
    await turn('a', delay);
    times.push(clock.now());
  };
  await Promise.all([ask(), ask(80), ask()]);
  expect(times).toEqual([0, 70, 150]);
});

test('a timer that is early is waited for again', async () => {
  const clock = clockOf(-1, 0);
  const turn = paceRequests(40, signal, clock);
  await turn('a');
  await turn('a');
  expect(clock.now()).toBe(40);
});

test('another host waits for none', async () => {
  const clock = clockOf();
  const turn = paceRequests(40, signal, clock);
  await turn('a');
  await turn('b');
  expect(clock.now()).toBe(0);
});

test('who waits when it is interrupted gets the reason, and so do those behind', async () => {
  const controller = new AbortController();
  const turn = paceRequests(3_600_000, controller.signal);
  await turn('a');
  const waiting = [turn('a'), turn('a')];
  controller.abort(new Error('interrupted'));
  for (const one of waiting) await expect(one).rejects.toThrow('interrupted');
});
