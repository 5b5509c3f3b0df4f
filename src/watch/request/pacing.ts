import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for the turn of a request to a host; `delay` in milliseconds, where the host wishes a longer one. */
export type Turn = (host: string, delay?: number) => Promise<void>;

/** What tells the time, and waits; in milliseconds. */
interface Clock {
  now: () => number;
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

const systemClock: Clock = { now: () => performance.now(), wait };

/**
 * Keeps requests to one host apart, whoever makes them. The pause begins when the request before really went: on a busy
 * machine that may be later than was planned.
 *
 * @param delay Milliseconds from one request to the next.
 * @returns Its waiting rejects with the reason of `signal`.
 */
export function paceRequests(delay: number, signal: AbortSignal, clock = systemClock): Turn {
  /** By host, when the next request may go, once that is known. */
  const free = new Map<string, Promise<number>>();
  return async (host, own = 0) => {
    const next = takeTurn(free.get(host)).then((gone) => gone + Math.max(delay, own));
    // Whoever waits for it says so.
    next.catch(() => undefined);
    free.set(host, next);
    await next;
  };

  /** @returns When its request goes. */
  async function takeTurn(before: Promise<number> | undefined): Promise<number> {
    const from = await before;
    if (from !== undefined)
      // A timer may be a millisecond early.
      for (let left = from - clock.now(); left > 0; left = from - clock.now()) await clock.wait(left, signal);
    signal.throwIfAborted();
    return clock.now();
  }
}

/** Waits so many milliseconds. @throws The reason of `signal`. */
export async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
  signal.throwIfAborted();
}
