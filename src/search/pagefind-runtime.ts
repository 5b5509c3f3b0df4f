import { close, createIndex } from 'pagefind';

/** What Pagefind ships for the browser. */
export interface PagefindRuntime {
  /** `pagefind.js`: an ES module. */
  source: string;
  /** The WebAssembly part, compressed by Pagefind. */
  wasm: Uint8Array;
}

/** Takes Pagefind's runtime from an index, where it puts it: the package itself does not hold it as files. */
export async function readPagefindRuntime(): Promise<PagefindRuntime> {
  const { index } = await createIndex({ forceLanguage: 'und' });
  await index?.addCustomRecord({ url: '0', content: '0', language: 'und' });
  const { files = [] } = (await index?.getFiles()) ?? {};
  await close();
  const read = (name: string) => {
    const file = files.find(({ path }) => path === name);
    if (file === undefined) throw new Error(`Pagefind 的索引里没有 ${name}`);
    return file.content;
  };
  return { source: new TextDecoder().decode(read('pagefind.js')), wasm: read('wasm.unknown.pagefind') };
}
