import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBeside } from './files-beside.ts';

const png = Buffer.from('89504e470d0a1a0a', 'hex');

test('only files below the folder of the received file are read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dafu-'));
  try {
    await mkdir(join(folder, 'in/files'), { recursive: true });
    await writeFile(join(folder, 'secret.png'), png);
    await writeFile(join(folder, 'in/files/a.png'), png);
    await symlink(join(folder, 'secret.png'), join(folder, 'in/link.png'));
    const read = filesBeside(join(folder, 'in/page.html'));
    expect(read('files/a.png')).toEqual(png);
    for (const path of ['../secret.png', 'link.png', 'files', 'none.png', 'files/../../secret.png'])
      expect(read(path), path).toBeUndefined();
  } finally {
    await rm(folder, { recursive: true });
  }
});
