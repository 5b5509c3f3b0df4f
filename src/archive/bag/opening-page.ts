import { address } from '../address.ts';
import type { EditionInfo } from '../edition-info.ts';

/** What a keeper of a copy opens by double-click: the one file at the top of a bag that has a Chinese name. */
export const openingPageName = '打开档案.html';

/** A page that leads to the edition's home page, also where the browser does not follow by itself. */
export function openingPage({ name, day }: Pick<EditionInfo, 'name' | 'day'>): string {
  const home = `data/${address.home}`;
  const title = escape(name);
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="refresh" content="0; url=${home}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>${title}</title>
  </head>
  <body>
    <main>
      <h1>${title}</h1>
      <p>离线副本${day === null ? '' : `，${day}`}。</p>
      <p><a href="${home}">打开档案</a></p>
    </main>
  </body>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
