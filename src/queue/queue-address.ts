import { QueueFault } from './queue-fault.ts';

/** Where a queue is. */
export interface QueueAddress {
  host: string;
  port: number;
  /** The number of the server's database. */
  db: number;
  username?: string;
  password?: string;
  /** Whether the connection is encrypted. */
  tls: boolean;
  /** The address for messages, without user and password. */
  shown: string;
}

/**
 * Reads `redis://[user:password@]host[:port][/database]`, or `rediss://` for TLS.
 *
 * @param text The address.
 * @param password For an address without one: others on the machine can read the words of a command, but not its
 *   environment. redis-cli takes it from `REDISCLI_AUTH`.
 * @throws QueueFault in Chinese, which does not repeat what may hold a password.
 */
export function parseQueueAddress(text: string, password = process.env.REDISCLI_AUTH): QueueAddress {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const database = /^\/?(?<number>\d{0,4})$/.exec(url?.pathname ?? '')?.groups?.number;
  if (
    !url ||
    !/^rediss?:$/.test(url.protocol) ||
    url.hostname === '' ||
    database === undefined ||
    url.search + url.hash !== ''
  )
    throw new QueueFault(
      '队列的地址应写作 redis://主机:端口，加密的写作 rediss://主机:端口；密码请放在环境变量 REDISCLI_AUTH 里。密码里的特殊字符写在地址里时要用百分号编码。',
    );
  const stated = decode(url.password) || password;
  const port = url.port === '' ? 6379 : Number(url.port);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port,
    db: Number(database),
    ...(url.username === '' ? {} : { username: decode(url.username) }),
    ...(stated === undefined || stated === '' ? {} : { password: stated }),
    tls: url.protocol === 'rediss:',
    shown: `${url.protocol}//${url.hostname}:${port}${database === '' ? '' : `/${database}`}`,
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
