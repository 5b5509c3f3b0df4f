/** Longest name that Windows, macOS and Linux all take, in UTF-16 units, and in bytes of a part. */
const longest = { name: 4096, part: 255 };

/** Names that Windows keeps for devices, whatever extension follows. */
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;

const encoder = new TextEncoder();

/**
 * What is wrong with the name of an entry as the path of a file below a folder, in Chinese; undefined when nothing is.
 * A name that leads out of the folder, or somewhere else on another system, is never a file of an edition.
 */
export function faultOfName(name: string): string | undefined {
  if (name.length === 0 || name.length > longest.name) return '名称为空或过长';
  if (/\p{Cc}/u.test(name)) return '名称含有控制字符';
  if (name.includes('\\')) return '名称含有反斜杠';
  if (name.startsWith('/') || /^[a-z]:/i.test(name)) return '名称是绝对路径';
  if (/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(name)) return '名称含有改变书写方向的字符';
  if (name.includes('\ufffd')) return '名称不是 UTF-8';
  for (const part of name.split('/')) {
    if (part === '' || part === '.' || part === '..') return '名称会指向文件夹之外';
    if (encoder.encode(part).length > longest.part) return '名称为空或过长';
    if (device.test(part)) return '名称是 Windows 的设备名';
  }
  return undefined;
}
