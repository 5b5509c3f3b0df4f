import { rmSync } from 'node:fs';
import { workerData } from 'node:worker_threads';

rmSync(String(workerData), { recursive: true, force: true });
