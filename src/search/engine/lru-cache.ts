/** Caches values and drops the least recently used. */
export interface LruCache<T> {
  /** Gives the cached value, or reads it; a failure is not cached. */
  get: (name: string, read: () => Promise<T>) => Promise<T>;
}

/**
 * @param budget Bytes to keep in all.
 * @param sizeOf Bytes that a value takes.
 */
export function createLruCache<T>(budget: number, sizeOf: (value: T) => number): LruCache<T> {
  interface Kept {
    value: Promise<T>;
    size: number;
  }
  // Least recently used first: a map iterates in the order of insertion.
  const kept = new Map<string, Kept>();
  let total = 0;

  const drop = (name: string) => {
    total -= kept.get(name)?.size ?? 0;
    kept.delete(name);
  };
  const weigh = (name: string, entry: Kept, value: T) => {
    // It may have been dropped and read again meanwhile.
    if (kept.get(name) !== entry) return;
    entry.size = sizeOf(value);
    total += entry.size;
    for (const oldest of kept.keys()) {
      if (total <= budget || oldest === name) return;
      drop(oldest);
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
          if (kept.get(name) === entry) drop(name);
        },
      );
      return value;
    },
  };
}
