import source from 'virtual:dafu/engine';
import type { FromEngine, ToEngine } from '../../search/engine/engine-messages.ts';
import { indexForm, type IndexEntry } from '../../search/form/edition-index.ts';
import { editionScripts, type EditionScripts } from '../edition-scripts.ts';
import { startSourceWorker } from '../source-worker.ts';
import { createEngineClient, type EngineClient } from './engine-client.ts';

/**
 * Starts the engine in a worker, so that no search holds up the page. On `file:` the worker gets its files from the page, because there a worker can load nothing.
 *
 * @param folder Address of the edition's `search/`, with a closing slash.
 * @throws Error when the index's entry is missing, or of another form.
 */
export async function startEngine(folder: URL): Promise<EngineClient> {
  const scripts = editionScripts(folder);
  const { worker, stop } = startSourceWorker(source);
  const send = (message: ToEngine) => {
    worker.postMessage(message);
  };
  const { client, receive, fail } = createEngineClient(send, stop);

  const sendFile = (name: string) => {
    scripts.load(name).then(
      (data) => {
        send({ kind: 'file', name, data: String(data) });
      },
      () => {
        send({ kind: 'file', name });
      },
    );
  };
  worker.addEventListener('message', ({ data: message }: MessageEvent<FromEngine>) => {
    if (message.kind === 'load') sendFile(message.name);
    else receive(message);
  });
  // Before the first question: an engine that did not start would never answer it.
  worker.addEventListener('error', ({ message }) => {
    fail(new Error(message));
  });
  const entry = await readEntry(scripts).catch((error: unknown) => {
    stop();
    throw error;
  });
  send({
    kind: 'entry',
    entry,
    sparing: savesData(),
    ...(folder.protocol === 'file:' ? {} : { folder: folder.href }),
  });
  return client;
}

/** Whether the visitor has the browser save data; only some browsers say: https://wicg.github.io/savedata/ */
function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

/** @throws Error for an index of another form than this program reads, as from a half-copied edition. */
async function readEntry(scripts: EditionScripts): Promise<IndexEntry> {
  const entry = (await scripts.load('entry')) as IndexEntry;
  if (entry.form !== indexForm) throw new Error(`index of form ${entry.form}`);
  return entry;
}
