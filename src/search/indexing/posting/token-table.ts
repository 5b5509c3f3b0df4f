/**
 * Gives each token an id, by its parts as two integers: no string is made for the millions of occurrences. Open
 * addressing, at most half full.
 */
export interface TokenTable {
  /** @param head First unit, and whether a break follows. @param tail Second unit, and what follows it. */
  idOf: (head: number, tail: number) => number;
  size: () => number;
  heads: () => Uint32Array;
  tails: () => Uint32Array;
}

export function createTokenTable(): TokenTable {
  let heads = new Uint32Array(1 << 14);
  let tails = new Uint32Array(1 << 14);
  // Ids from 1; 0 is free.
  let slots = new Uint32Array(1 << 15);
  let size = 0;

  const slotOf = (head: number, tail: number): number => {
    const mask = slots.length - 1;
    let hash = Math.imul(Math.imul(head, 0x9e3779b1) + tail, 0x85ebca6b);
    hash ^= hash >>> 15;
    let slot = hash & mask;
    for (;;) {
      const id = (slots[slot] ?? 0) - 1;
      if (id < 0 || (heads[id] === head && tails[id] === tail)) return slot;
      slot = (slot + 1) & mask;
    }
  };
  const grow = () => {
    heads = enlarge(heads);
    tails = enlarge(tails);
    slots = new Uint32Array(2 * slots.length);
    for (let id = 0; id < size; id += 1) slots[slotOf(heads[id] ?? 0, tails[id] ?? 0)] = id + 1;
  };
  return {
    idOf(head, tail) {
      const slot = slotOf(head, tail);
      const known = slots[slot] ?? 0;
      if (known > 0) return known - 1;
      const id = size;
      heads[id] = head;
      tails[id] = tail;
      size += 1;
      slots[slot] = size;
      if (size === heads.length) grow();
      return id;
    },
    size: () => size,
    heads: () => heads,
    tails: () => tails,
  };
}

function enlarge(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * array.length);
  larger.set(array);
  return larger;
}
