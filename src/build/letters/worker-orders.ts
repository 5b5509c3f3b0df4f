import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PageFrame } from '../../data/pages/page-frame.ts';
import { loadPageApp } from '../rendering/page-app.ts';
import { readLetter, type CheckedFacts } from './checked-facts.ts';
import { readLetterFacts, type LetterFacts } from './letter-facts.ts';
import { makeLetter, type LetterResult, type LetterTask, type LetterWorkshop } from './letter-task.ts';

/** How pages are made. */
export interface PageSetting {
  /** Absolute path of the compiled templates. */
  entry: string;
  frame: PageFrame;
  /** The folder of the edition. */
  out: string;
}

/** What can be asked of who reads and renders letters: plain data. The setting comes before the first task. */
export type WorkerOrder =
  { names: string[] } | { checked: string[] } | { setting: PageSetting } | { tasks: LetterTask[] };

/** The answer to an order. */
export interface WorkerAnswer {
  facts?: LetterFacts[];
  checked?: CheckedFacts[];
  results?: LetterResult[];
}

/** Makes a function that carries out orders on the letters of a content folder. */
export function answerOrders(content: string): (order: WorkerOrder) => Promise<WorkerAnswer> {
  let workshop: LetterWorkshop | undefined;
  return async (order) => {
    if ('setting' in order) {
      workshop = await openWorkshop(content, order.setting);
      return {};
    }
    if ('names' in order) {
      const facts = [];
      for (const name of order.names) facts.push(await readLetterFacts(content, name));
      return { facts };
    }
    if ('checked' in order) {
      const checked = [];
      for (const name of order.checked) checked.push((await readLetter(content, name)).facts);
      return { checked };
    }
    if (!workshop) throw new Error('no setting was given');
    const results = [];
    for (const task of order.tasks) results.push(await makeLetter(task, workshop));
    return { results };
  };
}

async function openWorkshop(content: string, { entry, frame, out }: PageSetting): Promise<LetterWorkshop> {
  const folders = new Set<string>();
  return {
    content,
    frame,
    app: await loadPageApp(entry),
    write: (path, bytes) => {
      const file = join(out, path);
      const folder = dirname(file);
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      writeFileSync(file, bytes);
    },
  };
}
