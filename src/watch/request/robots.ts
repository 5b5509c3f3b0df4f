import { default as parseRobots } from 'robots-parser';
import type { Answer } from './page-request.ts';
import { RequestError } from './request-failure.ts';

/** What a web site allows to programs. */
export interface RobotsRules {
  allows: (address: URL) => boolean;
  /** Milliseconds between two requests, where the site asks for them. */
  delay?: number;
}

/** The name by which `robots.txt` may address this program. */
const productToken = 'dafu';

/** RFC 9309, 2.5: so much of the file must be read. */
const mostBytes = 500 * 1024;
/** RFC 9309, 2.3.1.2. */
const mostRedirects = 5;
/** A site that asks for a longer pause than this, in seconds, would never be asked. */
const longestDelay = 60;

const allowAll: RobotsRules = { allows: () => true };

/**
 * Reads the `robots.txt` of a site by RFC 9309: where there is none (4xx), all is allowed; where the server fails,
 * nothing is.
 *
 * @param origin Scheme, host and port.
 * @param request Asks for an address once, without redirects.
 * @throws RequestError where the file cannot be had.
 */
export async function readRobots(
  origin: string,
  request: (address: URL) => Promise<Answer>,
): Promise<RobotsRules> {
  let address = new URL('/robots.txt', origin);
  for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
    const { status, location, bytes, retryAfter } = await request(address);
    if (bytes) return rulesOf(origin, bytes);
    if (status >= 500 || status === 429)
      throw new RequestError({
        reason: `robots.txt 暂时取不到（${status}），按规定不再访问这个网站`,
        passing: true,
        ...(retryAfter !== undefined && { retryAfter }),
      });
    if (!location || !/^https?:$/u.test(location.protocol)) return allowAll;
    address = location;
  }
  return allowAll;
}

function rulesOf(origin: string, bytes: Uint8Array): RobotsRules {
  const text = new TextDecoder().decode(bytes.subarray(0, mostBytes));
  // Some servers answer with a page instead of saying that there is no such file.
  if (/^\s*</u.test(text)) return allowAll;
  const rules = parseRobots(origin, ownGroups(text));
  const delay = rules.getCrawlDelay(productToken) ?? 0;
  return {
    allows: (address) => rules.isAllowed(address.href, productToken) !== false,
    ...(delay > 0 && { delay: Math.min(delay, longestDelay) * 1000 }),
  };
}

/**
 * The file with the names of other programs made one, and each named once in a group: the parser keeps a copy of every rule
 * for every name before it, which a hostile file could make as many as it has lines squared.
 */
function ownGroups(text: string): string {
  const lines: string[] = [];
  let group = new Set<string>();
  for (const line of text.split(/\r\n?|\n/u)) {
    const agent = /^\s*user-agent\s*:([^#]*)/iu.exec(line)?.[1];
    if (agent === undefined) {
      if (/^\s*[^#\s]/u.test(line)) group = new Set();
      lines.push(line);
      continue;
    }
    const name = agent.split('/', 1)[0]?.trim().toLowerCase() ?? '';
    const known = name === '*' || name === productToken ? name : 'other';
    if (!group.has(known)) lines.push(`User-agent: ${known}`);
    group.add(known);
  }
  return lines.join('\n');
}
