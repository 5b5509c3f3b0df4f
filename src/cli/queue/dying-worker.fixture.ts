// A worker that the first file kills, as one that exhausts the memory does. `node dying-worker.fixture.ts ADDRESS`
import { Worker } from 'bullmq';
import { connectQueue } from '../../queue/connection.ts';
import { parseQueueAddress } from '../../queue/queue-address.ts';
import { keyPrefix, queueName } from '../../queue/reading-job.ts';

const { redis } = await connectQueue(parseQueueAddress(process.argv[2] ?? ''));
const die = () => Promise.resolve(process.kill(process.pid, 'SIGKILL'));
new Worker(queueName, die, {
  connection: redis,
  prefix: keyPrefix,
  lockDuration: 300,
  stalledInterval: 100,
  maxStalledCount: 2,
});
