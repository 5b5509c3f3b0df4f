/** A part of a message to be written. */
export interface WrittenPart {
  type: string;
  bytes: Uint8Array;
  /** Other headers, each a line. */
  headers?: readonly string[];
  /** `quoted-printable` for a text of which people can read the ASCII; Base64 otherwise. */
  encoding?: 'base64' | 'quoted-printable' | '8bit';
}

/** A message of several parts, as mail programs and browsers write it. */
export function writeMessage(
  head: readonly string[],
  parts: readonly WrittenPart[],
  kind = 'multipart/related',
): Buffer {
  const boundary = '----=_NextPart_000_0000';
  const pieces = parts.map((part) => Buffer.concat([Buffer.from(`\r\n--${boundary}\r\n`), writePart(part)]));
  const lines = [...head, 'MIME-Version: 1.0', `Content-Type: ${kind};`, `\tboundary="${boundary}"`, ''];
  return Buffer.concat([Buffer.from(lines.join('\r\n')), ...pieces, Buffer.from(`\r\n--${boundary}--\r\n`)]);
}

function writePart({ type, bytes, headers = [], encoding = 'base64' }: WrittenPart): Buffer {
  const head = [`Content-Type: ${type}`, `Content-Transfer-Encoding: ${encoding}`, ...headers, '', ''];
  const body =
    encoding === '8bit' ? bytes : Buffer.from(encoding === 'base64' ? base64(bytes) : quoted(bytes));
  return Buffer.concat([Buffer.from(head.join('\r\n')), body]);
}

function base64(bytes: Uint8Array): string {
  return (
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');
}

/** RFC 2045, 6.7: lines of at most 76 characters, broken even inside a character. */
function quoted(bytes: Uint8Array): string {
  let [text, column] = ['', 0];
  for (const byte of bytes) {
    if (byte === 0x0d) continue;
    const one =
      byte === 0x0a
        ? '\r\n'
        : byte > 0x20 && byte < 0x7f && byte !== 0x3d
          ? String.fromCharCode(byte)
          : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (one !== '\r\n' && column + one.length > 73) [text, column] = [`${text}=\r\n`, 0];
    text += one;
    column = one === '\r\n' ? 0 : column + one.length;
  }
  return text;
}
