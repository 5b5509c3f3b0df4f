import { compareOriginal } from './comparison/compare-original.ts';
import { paceRequests } from './request/pacing.ts';
import { plainAddress, type RequestOptions } from './request/page-request.ts';
import { pageReceiver, type PageOutcome } from './request/received-page.ts';
import type { Verdict, WatchResult } from './watch-result.ts';
import { readOriginal, type WatchedLetter } from './watched-letter.ts';

/** How sources are asked for. */
export interface WatchOptions extends RequestOptions {
  /** Milliseconds from one request to a host to the next. */
  delay: number;
  /** Milliseconds before a failed request is repeated. */
  retryDelay?: number;
}

/** So many hosts are asked side by side. */
const hostsAtOnce = 4;
/** A host that did not say anything so many times in a row is asked no more. */
const mostSilence = 5;

type Receiver = (address: URL) => Promise<PageOutcome>;

/**
 * Asks for the pages from which originals were taken, and compares them with what was kept. Several hosts are asked side by
 * side, each at its pace; an address that several letters share is asked for once. Ends early when the signal of the
 * options is aborted.
 *
 * @param onResult Receives each result as soon as it is known.
 */
export async function watchSources(
  letters: readonly WatchedLetter[],
  { delay, retryDelay = 5000, ...options }: WatchOptions,
  onResult: (result: WatchResult) => void,
): Promise<void> {
  const turn = paceRequests(delay, options.signal);
  const receive = pageReceiver({ options, turn, retryDelay });
  const hosts = [...Map.groupBy(letters, ({ url }) => new URL(url).host).values()];
  const work = async (): Promise<void> => {
    for (let host = hosts.shift(); host && !options.signal.aborted; host = hosts.shift())
      await watchHost(host, receive, onResult);
  };
  try {
    await Promise.all(Array.from({ length: hostsAtOnce }, work));
  } catch (error) {
    if (!options.signal.aborted) throw error;
  }
}

async function watchHost(
  letters: readonly WatchedLetter[],
  receive: Receiver,
  onResult: (result: WatchResult) => void,
): Promise<void> {
  let silence = 0;
  for (const [address, sharing] of Map.groupBy(letters, ({ url }) => plainAddress(url).href)) {
    const outcome: PageOutcome =
      silence < mostSilence ? await receive(new URL(address)) : { kind: 'failed', failure: givenUp };
    silence = outcome.kind === 'failed' && outcome.failure.silent ? silence + 1 : 0;
    for (const letter of sharing) onResult(await judge(letter, outcome, receive));
  }
}

const givenUp = {
  reason: `这台服务器接连 ${mostSilence} 次没有回答，没有再问`,
  passing: true,
  silent: true as const,
};

async function judge(letter: WatchedLetter, outcome: PageOutcome, receive: Receiver): Promise<WatchResult> {
  const { path, id, url } = letter;
  const redirects = 'redirects' in outcome ? outcome.redirects : undefined;
  const verdict = await describeOutcome(letter, outcome, receive);
  const isMoved = verdict.status === 'unchanged' && redirects?.permanent === true;
  return {
    path,
    id,
    url,
    ...(redirects && { redirectedTo: redirects.address }),
    ...verdict,
    ...(isMoved && { status: 'moved' as const, reason: '网址已改，内容没有变' }),
  };
}

async function describeOutcome(
  letter: WatchedLetter,
  outcome: PageOutcome,
  receive: Receiver,
): Promise<Verdict> {
  switch (outcome.kind) {
    case 'gone':
      return { status: 'vanished', reason: `服务器说没有这个网页（${outcome.status}）` };
    case 'disallowed':
      return { status: 'disallowed', reason: '网站的 robots.txt 不许程序访问，请在浏览器里打开核对' };
    case 'failed':
      return { status: 'unreachable', reason: outcome.failure.reason };
    case 'received': {
      const original = await readOriginal(letter);
      if (!original) return { status: 'incomparable', reason: '档案里没有保存原件，无从比较' };
      const page = { bytes: outcome.bytes, url: letter.url, redirectedTo: outcome.redirects?.address };
      return compareOriginal(original, page, async (address) => {
        const file = await receive(address);
        return file.kind === 'received' ? file.bytes : undefined;
      });
    }
  }
}
