import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { address } from '../archive/address.ts';
import { isPagePicture } from '../check/rules/picture.ts';
import { listFiles } from '../content-files/file-names.ts';
import type { Site } from '../reply/site.ts';
import type { ContentSnapshot } from './content-snapshot.ts';
import { digest } from './digest.ts';
import type { PlannedFile } from './feed-files.ts';

/** Plans the files by which an archive looks like its own: its colours, its logo, and the pictures of its pages. */
export async function planSiteFiles({ content, frame }: ContentSnapshot): Promise<PlannedFile[]> {
  const { colours, logo } = frame.site;
  const pictures = (await listFiles(content, 'pages')).other.filter(isPagePicture);
  return [
    ...(colours === undefined ? [] : [planned(address.theme, themeStyles(colours))]),
    ...(logo === undefined ? [] : [planned(address.logo, await readFile(join(content, logo)))]),
    ...(await Promise.all(
      pictures.map(async (name) => planned(name, await readFile(join(content, 'pages', name)))),
    )),
  ];
}

function planned(path: string, contents: string | Buffer): PlannedFile {
  const bytes = typeof contents === 'string' ? contents : contents.toString('base64');
  return { path, key: digest('site file', bytes), make: () => contents };
}

/** Weaker than the colours of high contrast, which a visitor has chosen to be able to read. */
function themeStyles({ accent, accentDark }: NonNullable<Site['colours']>): string {
  return `@layer tokens {
  :root { --accent: ${accent}; }
  @media (prefers-color-scheme: dark) { :root:not([data-theme='light']) { --accent: ${accentDark}; } }
  :root[data-theme='dark'] { --accent: ${accentDark}; }
}
`;
}
