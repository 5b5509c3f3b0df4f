import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress, lookUpPublic, PrivateAddressError } from './public-address.ts';
import { receiveBody } from './received-body.ts';
import { describeConnectionError, RequestError } from './request-failure.ts';

/** How pages are asked for. */
export interface RequestOptions {
  /** The header by which operators of web sites know who asks. */
  userAgent: string;
  /** Milliseconds in which an answer must have arrived whole. */
  timeout: number;
  /** Whether addresses of this machine and of private networks may be asked, too. */
  allowPrivate: boolean;
  /** Ends all requests. */
  signal: AbortSignal;
}

/** An answer over HTTP. */
export interface Answer {
  status: number;
  /** Where a redirect leads, as an absolute address. */
  location?: URL;
  /** Seconds after which the server wishes to be asked again. */
  retryAfter?: number;
  /** The content, where the status is 2xx, without its encoding for the transport. */
  bytes?: Uint8Array;
}

/** An address as it is asked for: without credentials, and without the place in the page. */
export function plainAddress(address: URL | string): URL {
  const plain = new URL(address);
  plain.username = '';
  plain.password = '';
  plain.hash = '';
  return plain;
}

/**
 * Asks for a page once, by GET, without cookies, following no redirect. Waiting, headers and content
 * are bounded; what is received is bounded before and after it is unpacked.
 *
 * @throws RequestError in Chinese, or the reason of `signal`.
 */
export async function requestPage(address: URL, options: RequestOptions): Promise<Answer> {
  const { signal, timeout } = options;
  refusePrivate(address, options);
  const deadline = AbortSignal.timeout(timeout);
  let isAnswered = false;
  try {
    const response = await send(address, options, AbortSignal.any([signal, deadline]));
    isAnswered = true;
    return await readAnswer(address, response);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof RequestError) throw error;
    if (error instanceof PrivateAddressError) throw privateAddress();
    if (deadline.aborted)
      throw new RequestError({
        reason: `${timeout / 1000} 秒内没有收到${isAnswered ? '全部内容' : '回答'}`,
        passing: true,
        ...(!isAnswered && { silent: true as const }),
      });
    throw new RequestError(describeConnectionError(error, isAnswered));
  }
}

/** Numeric hosts are not looked up. */
function refusePrivate({ hostname }: URL, { allowPrivate }: RequestOptions): void {
  const host = hostname.replace(/^\[(.*)\]$/u, '$1');
  if (!allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) throw privateAddress();
}

function privateAddress(): RequestError {
  return new RequestError({
    reason: '这是本机或内部网络的地址，没有访问；确是内网的来源，请加 --allow-private',
    passing: false,
  });
}

function send(
  address: URL,
  { userAgent, allowPrivate }: RequestOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const { request } = address.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    request(address, {
      // A connection of its own: servers close idle ones at any moment.
      agent: false,
      headers: {
        'User-Agent': userAgent,
        Accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8',
        'Accept-Encoding': 'gzip',
        'Accept-Language': 'zh-CN,zh;q=0.9',
      },
      signal,
      ...(!allowPrivate && { lookup: lookUpPublic }),
    })
      .on('response', resolve)
      .on('error', reject)
      .end();
  });
}

async function readAnswer(address: URL, response: IncomingMessage): Promise<Answer> {
  const { statusCode: status = 0, headers } = response;
  const retryAfter = secondsOf(headers['retry-after']);
  const location = status >= 300 && status < 400 ? resolveLocation(headers.location, address) : undefined;
  const isContent = status >= 200 && status < 300;
  const bytes = isContent ? await receiveBody(response) : undefined;
  if (!isContent) response.destroy();
  return {
    status,
    ...(location && { location }),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(bytes && { bytes }),
  };
}

function resolveLocation(location: string | undefined, base: URL): URL | undefined {
  if (location === undefined || location.length > 8192) return undefined;
  // Servers write UTF-8 into the header, which is read as Latin-1.
  const address = URL.parse(Buffer.from(location, 'latin1').toString('utf8'), base);
  return address ? plainAddress(address) : undefined;
}

/** RFC 9110, 10.2.3: seconds, or a date. */
function secondsOf(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const seconds = /^\d{1,9}$/u.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
