import { basename } from 'node:path';
import { reservedName } from '../reply/reserved-name.ts';
import { doubtFolder, editsFileName } from './edits-file.ts';

/**
 * A name for a received file that is safe on every system and in an address: no folders, control or
 * direction characters, nothing that Windows refuses; at most 120 characters, its extension kept.
 */
export function originalName(path: string): string {
  const bare = basename(path.replaceAll('\\', '/'))
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}<>:"|?*#%&{}$!'`@+=/\\]+/gu, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[.\s]+|(?<![.\s])[.\s]+$/gu, '');
  const extension = /\.[A-Za-z0-9]{1,8}$/u.exec(bare)?.[0] ?? '';
  const stem = Array.from(bare.slice(0, bare.length - extension.length))
    .slice(0, 110)
    .join('')
    .trim();
  const name = `${stem === '' ? 'original' : stem}${extension}`;
  return reservedName.test(name) || [editsFileName, doubtFolder].includes(name.toLowerCase())
    ? `original-${name}`
    : name;
}
