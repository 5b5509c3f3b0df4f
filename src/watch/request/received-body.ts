import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { brotliDecompress, unzip } from 'node:zlib';
import { RequestError } from './request-failure.ts';

/** The most bytes that are received, and that they may become when they are unpacked. */
const mostBytes = 64 * 2 ** 20;

const decoders: Record<string, (bytes: Uint8Array) => Promise<Uint8Array>> = {
  identity: (bytes) => Promise.resolve(bytes),
  gzip: unpack(promisify(unzip)),
  'x-gzip': unpack(promisify(unzip)),
  deflate: unpack(promisify(unzip)),
  br: unpack(promisify(brotliDecompress)),
};

/**
 * Receives the content of an answer whole, and undoes its encoding for the transport.
 *
 * @throws RequestError where it is too large or damaged, else what the connection ends with.
 */
export async function receiveBody(response: IncomingMessage): Promise<Uint8Array> {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  const decode = Object.hasOwn(decoders, encoding) ? decoders[encoding] : undefined;
  try {
    if (!decode) throw new RequestError({ reason: '内容的压缩方式不认识', passing: false });
    if (Number(response.headers['content-length'] ?? 0) > mostBytes) throw tooLarge();
    return await decode(await collect(response));
  } finally {
    response.destroy();
  }
}

async function collect(response: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > mostBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function unpack(
  decompress: (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>,
) {
  return async (bytes: Uint8Array): Promise<Uint8Array> => {
    try {
      return await decompress(bytes, { maxOutputLength: mostBytes });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
        throw tooLarge();
      throw new RequestError({ reason: '内容没有收全，或压缩的数据已损坏', passing: true });
    }
  };
}

function tooLarge(): RequestError {
  return new RequestError({ reason: `内容超过 ${mostBytes / 2 ** 20} MB，没有接收`, passing: false });
}
