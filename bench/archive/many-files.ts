import { createHash, randomFillSync } from 'node:crypto';
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { formatManifest, manifestScript } from '../../src/archive/manifest.ts';

/** Writes an invented edition of 100,000 small pages and three originals of 1.5 GB. @returns Its folder. */
export function writeManyFiles(folder: string): string {
  const hashes = new Map<string, string>();
  const put = (path: string, contents: string) => {
    writeFileSync(join(folder, path), contents);
    hashes.set(path, createHash('sha256').update(contents).digest('hex'));
  };
  for (let group = 0; group < 100; group += 1) {
    mkdirSync(join(folder, 'replies', String(group)), { recursive: true });
    for (let page = 0; page < 1000; page += 1)
      put(
        `replies/${group}/${page}.html`,
        `<!doctype html><title>虚构 ${page}</title><p>${`关于加强第${group * page}号公路养护的建议收悉。`.repeat(40)}</p>`,
      );
  }
  mkdirSync(join(folder, 'originals'));
  const block = Buffer.alloc(1 << 20);
  for (let number = 0; number < 3; number += 1) {
    const path = `originals/${number}.pdf`;
    const file = openSync(join(folder, path), 'w');
    const hash = createHash('sha256');
    for (let megabyte = 0; megabyte < 1500; megabyte += 1) {
      randomFillSync(block);
      writeSync(file, block);
      hash.update(block);
    }
    closeSync(file);
    hashes.set(path, hash.digest('hex'));
  }
  put('index.html', '<!doctype html><title>虚构</title>');
  put(
    'dafu-build.json',
    JSON.stringify({
      ...{ dafu: '0.0.0', name: '虚构的大档案', owner: '虚构市档案馆', url: null, commit: null },
      ...{ day: '2026-03-05', letters: 100_000, firstIssuedOn: null, lastIssuedOn: null },
    }),
  );
  const manifest = formatManifest(hashes);
  writeFileSync(join(folder, 'manifest-sha256.txt'), manifest);
  writeFileSync(join(folder, 'manifest-sha256.js'), manifestScript(manifest));
  return folder;
}
