import { createEngine } from './engine.ts';
import type { FromEngine, ToEngine } from './engine-messages.ts';
import { createEngineServer, type EngineServer } from './engine-server.ts';
import { createIndexFiles } from './index-files.ts';
import { warmUp } from './warm-up.ts';
import { createFetchedFiles, createPageFiles } from './worker-files.ts';

/** The part of the worker's own scope that is used: the DOM library does not describe it. */
interface WorkerScope {
  onmessage: ((event: { data: ToEngine }) => void) | null;
  postMessage: (message: FromEngine) => void;
}

const scope = globalThis as unknown as WorkerScope;
const send = (message: FromEngine) => {
  scope.postMessage(message);
};
const pageFiles = createPageFiles((name) => {
  send({ kind: 'load', name });
});

function startServer({ entry, folder, sparing }: Extract<ToEngine, { kind: 'entry' }>): EngineServer {
  const load = folder === undefined ? pageFiles.load : createFetchedFiles(folder);
  const files = createIndexFiles(load);
  const started = createEngineServer(createEngine(entry, load, files), send);
  // A file that cannot be read is reported when somebody searches.
  if (!sparing) warmUp(entry, load, files, started.whenIdle).catch(() => undefined);
  return started;
}

let server: EngineServer | undefined;

scope.onmessage = ({ data: message }) => {
  if (message.kind === 'entry') server = startServer(message);
  else if (message.kind === 'file') pageFiles.receive(message.name, message.data);
  else server?.receive(message);
};
