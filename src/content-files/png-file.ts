import { open } from 'node:fs/promises';

const signature = Buffer.from('89504e470d0a1a0a', 'hex');

/** What a picture of the archive's own may be at most. */
const mostBytes = 300 * 1024;
const mostPixels = 4096;

/**
 * What is wrong with a picture that pages show: it is a PNG by its content, and small, for every visitor loads it.
 * SVG is none, because opened by itself it may run scripts.
 *
 * @param file Absolute path.
 * @returns In Chinese; undefined for a good picture.
 */
export async function pngFault(file: string): Promise<string | undefined> {
  const handle = await open(file).catch(() => undefined);
  if (!handle) return '没有这个图片文件。请检查名称，或放入文件。';
  try {
    const found = await handle.stat();
    if (!found.isFile()) return '不是普通文件。请换成图片文件本身。';
    const { buffer: head, bytesRead } = await handle.read(Buffer.alloc(24), 0, 24, 0);
    if (bytesRead < 24 || !head.subarray(0, 8).equals(signature))
      return '不是 PNG 图片（看内容，不看扩展名）。请另存为 PNG。';
    const [width, height] = [head.readUInt32BE(16), head.readUInt32BE(20)];
    if (width > mostPixels || height > mostPixels)
      return `图片有 ${width} × ${height} 像素，宽和高都不能超过 ${mostPixels}。请缩小。`;
    if (found.size > mostBytes)
      return `图片有 ${Math.ceil(found.size / 1024)} KB，不能超过 ${mostBytes / 1024} KB。请缩小或压缩。`;
    return undefined;
  } finally {
    await handle.close();
  }
}
