/** The bytes that a data file hands over as base64. */
export function fromBase64(data: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
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
