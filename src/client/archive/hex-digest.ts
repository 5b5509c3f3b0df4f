/** SHA-256 in lower-case hexadecimal. The browser computes it off the main thread; only on pages with HTTPS, and on `file:`. */
export async function hexDigest(bytes: BufferSource): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
