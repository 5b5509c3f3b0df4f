/** Collects the colour table (`\\colortbl`) by what its controls and text say one after another. */
export interface ColourTable {
  control: (word: string, parameter: number | undefined) => void;
  /** Ends a colour for each semicolon. */
  text: (bytes: Uint8Array) => void;
  isWhite: (index: number) => boolean;
}

const parts = new Set(['red', 'green', 'blue']);

export function createColourTable(): ColourTable {
  const white = new Set<number>();
  let [index, full] = [0, 0];
  return {
    control(word, parameter) {
      if (parts.has(word) && parameter === 255) full += 1;
    },
    text(bytes) {
      for (const byte of bytes) {
        if (byte !== 0x3b) continue;
        if (full === parts.size) white.add(index);
        [index, full] = [index + 1, 0];
      }
    },
    isWhite: (one) => white.has(one),
  };
}
