import { wait, type Turn } from './pacing.ts';
import { plainAddress, requestPage, type Answer, type RequestOptions } from './page-request.ts';
import { RequestError, type Failure } from './request-failure.ts';
import { readRobots, type RobotsRules } from './robots.ts';

/** What became of asking for a page. */
export type PageOutcome =
  | { kind: 'received'; bytes: Uint8Array; redirects: Redirects | undefined }
  /** The server says that there is nothing at this address (404, 410). */
  | { kind: 'gone'; status: number; redirects: Redirects | undefined }
  /** `robots.txt` does not allow to ask for this address. */
  | { kind: 'disallowed'; address: string }
  | { kind: 'failed'; failure: Failure };

/** Where redirects led. */
interface Redirects {
  address: string;
  /** All of them said that this is for good (301, 308). */
  permanent: boolean;
}

/** What page requests share during a run. */
export interface PageRequests {
  options: RequestOptions;
  turn: Turn;
  /** Milliseconds to wait before asking again, where the server names no time. */
  retryDelay: number;
}

/** Browsers give up after twenty. */
const mostRedirects = 10;
/** The longest time, in milliseconds, that a server can make a run wait. */
const longestWait = 60_000;

/**
 * Asks for pages: as `robots.txt` allows, at the pace of `turn`, through redirects, and once more where a failure may
 * be passing. Nothing but the reason of the signal is thrown.
 *
 * @returns A function that asks for one.
 */
export function pageReceiver({
  options,
  turn,
  retryDelay,
}: PageRequests): (address: URL) => Promise<PageOutcome> {
  const robots = new Map<string, Promise<RobotsRules>>();

  const request = async (address: URL, delay?: number): Promise<Answer> => {
    await turn(address.host, delay);
    return requestPage(address, options);
  };

  function rulesFor({ origin }: URL): Promise<RobotsRules> {
    const known = robots.get(origin) ?? readRobots(origin, request);
    robots.set(origin, known);
    // Whoever waits for it is told; nobody may be waiting any more.
    known.catch(() => undefined);
    return known;
  }

  async function follow(start: URL): Promise<PageOutcome> {
    let address = start;
    let redirects: Redirects | undefined;
    for (let count = 0; count <= mostRedirects; count += 1) {
      if (!/^https?:$/u.test(address.protocol)) throw refused('转向的不是网页地址');
      const rules = await rulesFor(address);
      if (!rules.allows(address)) return { kind: 'disallowed', address: address.href };
      const { status, location, bytes, retryAfter } = await request(address, rules.delay);
      if (bytes) return { kind: 'received', bytes, redirects };
      if (status === 404 || status === 410) return { kind: 'gone', status, redirects };
      if (!location) throw new RequestError(describeStatus(status, retryAfter));
      address = location;
      const permanent = (status === 301 || status === 308) && redirects?.permanent !== false;
      redirects = { address: address.href, permanent };
    }
    throw refused(`转向超过 ${mostRedirects} 次`);
  }

  async function attempt(address: URL): Promise<PageOutcome> {
    try {
      return await follow(address);
    } catch (error) {
      if (error instanceof RequestError) return { kind: 'failed', failure: error.failure };
      throw error;
    }
  }

  return async (given) => {
    const address = plainAddress(given);
    const first = await attempt(address);
    if (first.kind !== 'failed' || !first.failure.passing) return first;
    const { retryAfter } = first.failure;
    const pause = retryAfter === undefined ? retryDelay : retryAfter * 1000;
    if (pause > longestWait) return first;
    // A site whose robots.txt failed is asked for that again.
    robots.delete(address.origin);
    await wait(pause, options.signal);
    return attempt(address);
  };
}

function refused(reason: string): RequestError {
  return new RequestError({ reason, passing: false });
}

function describeStatus(status: number, retryAfter: number | undefined): Failure {
  const after = retryAfter === undefined ? '' : `，要求 ${Math.ceil(retryAfter)} 秒以后再来`;
  const passing = status >= 500 || status === 429 || status === 408;
  if (passing)
    return {
      reason: `服务器暂时不能回答（${status}）${after}`,
      passing,
      ...(retryAfter !== undefined && { retryAfter }),
    };
  if (status === 401 || status === 403 || status === 451)
    return { reason: `服务器不许访问（${status}）`, passing };
  if (status === 412 || status === 400) return { reason: `服务器不回答程序（${status}）`, passing };
  return { reason: `服务器的回答不能用（${status}）`, passing };
}
