import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatManifest, manifestScript } from '../archive/manifest.ts';
import { sha256 } from '../storage/file-hash.ts';

/** What `dafu-build.json` of an invented edition says. */
export const inventedInfo = {
  dafu: '0.0.0',
  name: '虚构的答复档案',
  owner: '虚构市档案馆',
  url: 'https://dafu.example.org/',
  commit: '0123456789abcdef0123456789abcdef01234567',
  day: '2026-03-05',
  letters: 3,
  firstIssuedOn: '2019-01-02',
  lastIssuedOn: '2025-11-30',
};

/** Files of an invented edition: pages that compress, pictures that do not, an empty one, one with a Chinese name. */
export function inventedFiles(pages = 12): Map<string, string | Uint8Array> {
  const noise = (length: number) =>
    Uint8Array.from({ length }, (_, at) => (Math.imul(at ^ (at >> 3), at + 0x9e3779b1) >>> 13) & 0xff);
  return new Map<string, string | Uint8Array>([
    ...Array.from(
      { length: pages },
      (_, index) =>
        [
          `replies/2019/a-${index}.html`,
          `<p>虚构的答复之${index}，${'关于加强农村公路养护的建议收悉。'.repeat(20 + index)}</p>`,
        ] as const,
    ),
    ['index.html', '<!doctype html><title>虚构的答复档案</title>'],
    ['empty.txt', ''],
    ['originals/2019/a-1/附件 一.jpg', noise(5000)],
    ['originals/2019/a-1/100%.txt', noise(300)],
  ]);
}

/** Writes an edition as a build would. @returns Its folder. */
export function writeEdition(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array> = inventedFiles(),
  info: typeof inventedInfo | Record<string, unknown> = inventedInfo,
): string {
  const all = new Map(files).set('dafu-build.json', JSON.stringify(info));
  const manifest = formatManifest(new Map([...all].map(([path, contents]) => [path, sha256(contents)])));
  all.set('manifest-sha256.txt', manifest).set('manifest-sha256.js', manifestScript(manifest));
  for (const [path, contents] of all) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), contents);
  }
  return folder;
}
