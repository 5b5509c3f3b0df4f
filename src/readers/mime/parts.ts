import PostalMime from 'postal-mime';
import { ReadError } from '../reading.ts';

/** A part of a MIME message that holds no other parts (RFC 2045). */
export interface MimePart {
  /** Its media type, in lower case. */
  type: string;
  charset: string | undefined;
  /** Its file name, where it has one. */
  name: string | undefined;
  /** It is a file that goes with the message, not a part of what is shown. */
  attached: boolean;
  /** Its `Content-ID`, without brackets. */
  id: string | undefined;
  /** Its `Content-Location`, an address. */
  location: string | undefined;
  bytes: Uint8Array;
}

/** A saved page has some hundred parts, and messages nest in a few levels. */
const bounds = { parts: 2000, depth: 20, head: 1 << 20 };

/**
 * Divides a message into its parts. Their headers and encodings are read by postal-mime, which of a whole message would
 * give one joined text and no addresses of parts.
 *
 * @throws ReadError `too-deep`, `too-large`.
 */
export async function mimeParts(bytes: Uint8Array): Promise<MimePart[]> {
  const parts: MimePart[] = [];
  const visit = async (message: Buffer, depth: number): Promise<void> => {
    if (depth > bounds.depth) throw new ReadError('too-deep', tooDeep);
    const { head, body } = divide(message);
    const headers = await readHeaders(head);
    const boundary = /^multipart\//i.test(headers.type) ? headers.boundary : undefined;
    if (boundary !== undefined && boundary !== '') {
      for (const inner of divideAt(body, boundary)) await visit(inner, depth + 1);
      return;
    }
    if (parts.length >= bounds.parts) throw new ReadError('too-large', tooMany);
    const { type, charset, name, attached, id, location } = headers;
    parts.push({ type, charset, name, attached, id, location, bytes: await decode(body, headers.encoding) });
  };
  await visit(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), 0);
  return parts;
}

const tooDeep = `文件的各部分嵌套超过 ${bounds.depth} 层，不像正常的邮件或网页存档，已停止读取。请把其中的答复另存出来，再转换。`;
const tooMany = `文件有超过 ${bounds.parts} 个部分，不像一件答复，已停止读取。请把其中的答复另存出来，再转换。`;

/** The head of a message or part up to its first empty line, and what follows. */
function divide(message: Buffer): { head: Buffer; body: Buffer } {
  let from = 0;
  while (from < Math.min(message.length, bounds.head)) {
    const end = message.indexOf(0x0a, from);
    if (end < 0) break;
    if (end === from || (end === from + 1 && message[from] === 0x0d))
      return { head: message.subarray(0, from), body: message.subarray(end + 1) };
    from = end + 1;
  }
  return { head: message.subarray(0, bounds.head), body: message.subarray(message.length) };
}

/** The parts between the lines of a boundary (RFC 2046, 5.1). The last one may have been cut. */
function divideAt(body: Buffer, boundary: string): Buffer[] {
  const parts: Buffer[] = [];
  const mark = Buffer.from(`--${boundary}`, 'utf8');
  let start: number | undefined;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    const line = body.indexOf(0x0a, at);
    const rest = body
      .subarray(at + mark.length, line < 0 ? body.length : line)
      .toString('latin1')
      .trim();
    if ((at > 0 && body[at - 1] !== 0x0a) || (rest !== '' && rest !== '--')) continue;
    // The line end before a boundary belongs to it.
    if (start !== undefined) parts.push(withoutLineEnd(body.subarray(start, at)));
    start = rest === '--' || line < 0 ? undefined : line + 1;
    if (rest === '--') return parts;
    if (parts.length > bounds.parts) throw new ReadError('too-large', tooMany);
  }
  if (start !== undefined) parts.push(body.subarray(start));
  return parts;
}

function withoutLineEnd(bytes: Buffer): Buffer {
  const end = bytes.at(-1) === 0x0a ? (bytes.at(-2) === 0x0d ? 2 : 1) : 0;
  return bytes.subarray(0, bytes.length - end);
}

interface PartHeaders extends Omit<MimePart, 'bytes'> {
  boundary: string | undefined;
  encoding: string;
}

async function readHeaders(head: Buffer): Promise<PartHeaders> {
  const message = await parsed(Buffer.concat([head, Buffer.from('\r\n\r\nx')]));
  const of = (key: string) => message.headers.find((header) => header.key === key)?.value;
  const contentType = of('content-type') ?? 'text/plain';
  const [file] = message.attachments;
  return {
    type: /^[^;\s]*/.exec(contentType)?.[0].toLowerCase() ?? '',
    charset: parameterOf(contentType, 'charset'),
    boundary: parameterOf(contentType, 'boundary'),
    encoding: of('content-transfer-encoding')?.trim().toLowerCase() ?? '',
    name: file?.filename ?? undefined,
    attached: file?.disposition === 'attachment',
    id: of('content-id')?.replace(/^<|>$/g, ''),
    location: of('content-location')?.replace(/\s+/g, ''),
  };
}

/** A parameter of a header that is plain ASCII. */
function parameterOf(value: string, name: string): string | undefined {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(value);
  return found?.[1] ?? found?.[2];
}

/** The bytes of a part; those that are not encoded are taken as they are, for they may be binary. */
async function decode(body: Buffer, encoding: string): Promise<Uint8Array> {
  if (encoding !== 'base64' && encoding !== 'quoted-printable') return body;
  const head = `Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`;
  const content = (await parsed(Buffer.concat([Buffer.from(head), body]))).attachments[0]?.content;
  return content === undefined || typeof content === 'string'
    ? Buffer.from(content ?? '')
    : new Uint8Array(content);
}

async function parsed(message: Buffer) {
  try {
    return await PostalMime.parse(message, { forceRfc822Attachments: true });
  } catch (error) {
    throw new ReadError(
      'damaged',
      `邮件或网页存档的结构已损坏（${error instanceof Error ? error.message : ''}）。请重新保存后再转换。`,
    );
  }
}
