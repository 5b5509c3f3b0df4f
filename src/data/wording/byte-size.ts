/**
 * Formats a file size for readers, in the binary units of file managers.
 *
 * @param bytes Size in bytes.
 * @returns 812 字节, 12.5 KB, 3.0 MB
 */
export function formatByteSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
