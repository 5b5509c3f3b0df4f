/** Gives the bytes of a data file of the index, by its name without `.js`. */
export type LoadFile = (name: string) => Promise<Uint8Array<ArrayBuffer>>;

/** The bytes that a data file hands over as base64. */
export function fromBase64(data: string): Uint8Array<ArrayBuffer> {
  const binary = atob(data);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** Unpacks what was packed with raw DEFLATE. */
export async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Unpacks text that was packed with raw DEFLATE. */
export async function unpack(
  bytes: Uint8Array<ArrayBuffer>,
  encoding: 'utf-8' | 'utf-16le' = 'utf-8',
): Promise<string> {
  return new TextDecoder(encoding).decode(await inflate(bytes));
}
