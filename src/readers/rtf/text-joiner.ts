import { symbolText } from '../word/symbol-font.ts';
import type { Font } from './fonts.ts';

/** Joins the bytes and characters of a text, which a file gives one by one, and decodes them. */
export interface TextJoiner {
  bytes: (bytes: Uint8Array, font: Font | undefined) => void;
  character: (character: string) => void;
  /** Returns the text so far and starts the next one. */
  take: () => string;
}

/** @param encoding The document's own, for fonts that do not state theirs. */
export function createTextJoiner(encoding: () => string): TextJoiner {
  let text = '';
  let pending: Uint8Array[] = [];
  let pendingFont: Font | undefined;
  const decode = (): void => {
    if (pending.length === 0) return;
    const bytes = Buffer.concat(pending);
    pending = [];
    text += pendingFont?.symbols
      ? symbolText(
          String.fromCharCode(...bytes.map((byte) => byte)).replace(/[!-\xff]/g, privateCharacter),
          pendingFont.name,
        )
      : new TextDecoder(pendingFont?.encoding ?? encoding(), { ignoreBOM: true }).decode(bytes);
  };
  return {
    bytes(bytes, font) {
      if (pending.length > 0 && font !== pendingFont) decode();
      pendingFont = font;
      pending.push(bytes);
    },
    character(character) {
      decode();
      text += character;
    },
    take() {
      decode();
      const taken = text;
      text = '';
      return taken.toWellFormed();
    },
  };
}

/** A character of a symbol font at its place in the private range. */
function privateCharacter(character: string): string {
  return String.fromCharCode(0xf000 + character.charCodeAt(0));
}
