import { setTimeout as sleep } from 'node:timers/promises';

/** Waits for the turn of a request to a host; `delay` in milliseconds, where the host wishes a longer one. */
export type Turn = (host: string, delay?: number) => Promise<void>;

/**
 * Keeps requests to one host apart, whoever makes them.
 *
 * @param delay Milliseconds from one request to the next.
 * @returns Its waiting rejects with the reason of `signal`.
 */
export function paceRequests(delay: number, signal: AbortSignal): Turn {
  const free = new Map<string, number>();
  return async (host, own = 0) => {
    const now = performance.now();
    const at = Math.max(now, free.get(host) ?? now);
    free.set(host, at + Math.max(delay, own));
    if (at > now) await wait(at - now, signal);
    signal.throwIfAborted();
  };
}

/** Waits so many milliseconds. @throws The reason of `signal`. */
export async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => undefined);
  signal.throwIfAborted();
}
