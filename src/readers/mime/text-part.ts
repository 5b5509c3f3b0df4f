import type { MimePart } from './parts.ts';

const mark = Buffer.from('\uFEFF');

/**
 * The bytes of a text in UTF-8 with its mark, where the part's header states another encoding that fits them. Others are
 * left to what the text states of itself.
 */
export function statedText({ bytes, charset }: MimePart): Uint8Array {
  if (charset === undefined || isUtf8(bytes)) return bytes;
  try {
    const { encoding } = new TextDecoder(charset);
    const decoder = new TextDecoder(encoding === 'gbk' ? 'gb18030' : encoding, { fatal: true });
    return Buffer.concat([mark, Buffer.from(decoder.decode(bytes))]);
  } catch {
    return bytes;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
