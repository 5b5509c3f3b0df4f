import { basename, extname } from 'node:path';
import { originalHeaders } from '../reply/original/serving.ts';

/** Media types of the files that a build writes; all text is UTF-8. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonl': 'application/jsonl; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.zip': 'application/zip',
  '.minisig': 'text/plain; charset=utf-8',
  SHA256SUMS: 'text/plain; charset=utf-8',
};

/**
 * The headers of a file of the edition, by its path below the root. No browser may sniff a file's type; a
 * received file is sandboxed as well.
 */
export function headersOf(path: string): Record<string, string> {
  if (path.startsWith('originals/')) return originalHeaders(path);
  return {
    'Content-Type': types[extname(path) || basename(path)] ?? 'application/octet-stream',
    'X-Content-Type-Options': 'nosniff',
  };
}
