import { isIP } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { QueueAddress } from './queue-address.ts';
import { queueFault, type QueueFault } from './queue-fault.ts';

/** A server's restart takes less than a minute. */
const usualAttempts = 30;

/** How long a command may take: the largest file over a slow line. */
const longestCommand = 300_000;

/** A connection to a queue's server. */
export interface QueueConnection {
  redis: Redis;
  /** The address for messages. */
  shown: string;
  /** Rejects when the connection is lost for good. */
  lost: Promise<never>;
  /** Describes what failed on it. */
  fault: (error: unknown) => QueueFault;
  close: () => Promise<void>;
}

/**
 * Connects to the server of a queue. A first attempt that fails is final; a connection that breaks later is
 * sought again for a minute.
 *
 * @param attempts How often, every two seconds.
 * @throws QueueFault
 */
export async function connectQueue(
  address: QueueAddress,
  attempts = usualAttempts,
): Promise<QueueConnection> {
  const { host, port, db, username, password, tls, shown } = address;
  let wasReady = false;
  let closing = false;
  let last: unknown = new Error('服务器断开了连接');
  const redis = new Redis({
    host,
    port,
    db,
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(tls && { tls: isIP(host) ? {} : { servername: host } }),
    lazyConnect: true,
    connectTimeout: 10_000,
    // How long to wait for the other side to close the connection too.
    disconnectTimeout: 200,
    commandTimeout: longestCommand,
    // BullMQ's workers wait for jobs in commands that must not be given up.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (wasReady && !closing && times <= attempts ? 2000 : null),
  });
  redis.on('error', (error) => (last = error));
  const fault = (error: unknown) =>
    queueFault(
      shown,
      error instanceof Error && error.message.includes('Connection is closed') ? last : error,
    );
  const lost = new Promise<never>((_, reject) => {
    redis.once('end', () => {
      if (!closing) reject(fault(last));
    });
  });
  // Whoever has nothing to wait for hears of it from the next command.
  lost.catch(() => undefined);
  try {
    await redis.connect();
    // A server that does not speak the protocol accepts the connection all the same.
    await redis.ping();
    wasReady = true;
  } catch (error) {
    closing = true;
    redis.disconnect();
    throw fault(error);
  }
  return {
    redis,
    shown,
    lost,
    fault,
    async close() {
      closing = true;
      // A server that does not answer must not keep the program from ending.
      await Promise.race([redis.quit().catch(() => undefined), pause(2000, undefined, { ref: false })]);
      redis.disconnect();
    },
  };
}
