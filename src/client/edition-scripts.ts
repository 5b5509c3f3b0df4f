declare global {
  interface Window {
    /** Called by data files of the edition, which are scripts. */
    __dafu?: (name: string, value: unknown) => void;
  }
}

/** Loads data files of the edition, which are scripts, into the page. */
export interface EditionScripts {
  /** Resolves to the value in the file. Rejects if the file is missing or passes no value. */
  load: (name: string) => Promise<unknown>;
}

/**
 * @param folder Address of the edition's `search/`, with a closing slash.
 */
export function editionScripts(folder: URL): EditionScripts {
  const handed = new Map<string, unknown>();
  const awaited = new Set<string>();
  // Scripts of a page that know nothing of each other load data of their own.
  const others = window.__dafu;
  window.__dafu = (name, value) => {
    if (awaited.has(name)) handed.set(name, value);
    else others?.(name, value);
  };
  return {
    load: (name) =>
      new Promise((resolve, reject) => {
        awaited.add(name);
        const script = document.createElement('script');
        script.src = new URL(`${name}.js`, folder).href;
        const end = () => {
          script.remove();
          if (handed.has(name)) resolve(handed.get(name));
          else reject(new Error(`${name}.js`));
          handed.delete(name);
          awaited.delete(name);
        };
        script.addEventListener('load', end);
        script.addEventListener('error', end);
        document.head.append(script);
      }),
  };
}
