/** Keeps what was read last. */
export interface LruCache<T> {
  /** Gives what is kept under a name, or reads it; what cannot be read is not kept. */
  get: (name: string, read: () => Promise<T>) => Promise<T>;
}

/**
 * @param most Bytes that are kept in all.
 * @param sizeOf What a value takes of them.
 */
export function createLruCache<T>(most: number, sizeOf: (value: T) => number): LruCache<T> {
  // In the order of use: a map keeps the order in which names were put in.
  interface Kept {
    value: Promise<T>;
    size: number;
  }
  const kept = new Map<string, Kept>();
  let total = 0;

  const forget = (name: string) => {
    total -= kept.get(name)?.size ?? 0;
    kept.delete(name);
  };
  const weigh = (name: string, entry: Kept, value: T) => {
    // It may have been forgotten meanwhile, and read again.
    if (kept.get(name) !== entry) return;
    entry.size = sizeOf(value);
    total += entry.size;
    for (const oldest of kept.keys()) {
      if (total <= most || oldest === name) return;
      forget(oldest);
    }
  };

  return {
    get(name, read) {
      const known = kept.get(name);
      if (known !== undefined) {
        kept.delete(name);
        kept.set(name, known);
        return known.value;
      }
      const value = read();
      const entry = { value, size: 0 };
      kept.set(name, entry);
      value.then(
        (whole) => {
          weigh(name, entry, whole);
        },
        () => {
          if (kept.get(name) === entry) forget(name);
        },
      );
      return value;
    },
  };
}
