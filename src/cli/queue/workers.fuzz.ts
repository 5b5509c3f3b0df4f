import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { redisServerOrSkip } from '../../queue/redis-server.fixture.ts';
import { moments } from '../faults/moments.fixture.ts';
import { filesBelow } from '../../storage/files-below.fixture.ts';
import { receiveBacklog, startQueueProcesses } from './queue-processes.fixture.ts';

const program = redisServerOrSkip();

test.skipIf(program === undefined)(
  'whichever process is killed, and when, run again the conversion ends with the same folders',
  async () => {
    const { folder, work, convert, remove } = await startQueueProcesses(program ?? '');
    try {
      const files = receiveBacklog(join(folder, 'in'));
      const alone = await convert('alone', files, 'alone').ended;
      const right = filesBelow(join(folder, 'alone'));
      for (const [round, moment] of moments(4).entries()) {
        const name = `queued-${round}`;
        const workers = [work(), work()];
        let conversion = convert(name, files, 'queued');
        for (let kills = 0; kills < 6; kills += 1) {
          await Promise.race([pause(500 + moment * 2500), conversion.ended]);
          if (kills % 2 === 0) {
            workers.shift()?.child.kill('SIGKILL');
            workers.push(work());
          } else {
            conversion.child.kill('SIGKILL');
            await conversion.ended;
            conversion = convert(name, files, 'queued');
          }
        }
        expect((await conversion.ended).status).toBe(alone.status);
        expect(filesBelow(join(folder, name))).toEqual(right);
        for (const worker of workers) worker.child.kill('SIGTERM');
        await Promise.all(workers.map(({ ended }) => ended));
      }
    } finally {
      await remove();
    }
  },
);
