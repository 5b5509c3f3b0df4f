declare global {
  interface Window {
    /** Called by the data files of the search index, which are scripts. */
    __dafu?: (name: string, value: unknown) => void;
  }
}

/** Loads the data files of the search index into the page. */
export interface EditionScripts {
  /** What the file hands over. Rejects when the file is missing or is none of ours. */
  load: (name: string) => Promise<unknown>;
}

/**
 * @param folder Address of the edition's `search/`, with a closing slash.
 */
export function editionScripts(folder: URL): EditionScripts {
  const handed = new Map<string, unknown>();
  window.__dafu = (name, value) => {
    handed.set(name, value);
  };
  return {
    load: (name) =>
      new Promise((resolve, reject) => {
        const script = document.createElement('script');
        script.src = new URL(`${name}.js`, folder).href;
        const end = () => {
          script.remove();
          if (handed.has(name)) resolve(handed.get(name));
          else reject(new Error(`${name}.js`));
          handed.delete(name);
        };
        script.addEventListener('load', end);
        script.addEventListener('error', end);
        document.head.append(script);
      }),
  };
}
