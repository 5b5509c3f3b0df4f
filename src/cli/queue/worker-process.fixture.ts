// `dafu worker` that gives up a killed one within seconds. `node worker-process.fixture.ts ADDRESS`
import { runWorker } from './run-worker.ts';

await runWorker(process.argv[2] ?? '', 1, { lockDuration: 3000, stalledInterval: 500 });
