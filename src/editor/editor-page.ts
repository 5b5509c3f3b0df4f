import type { SiteEditor } from '../reply/site-editor.ts';
import type { Site } from '../reply/site.ts';
import { editorConfig, editorOrigin } from './editor-config.ts';

/** The page of an archive's editor. Its policy lets it ask its own site and the archive's repository, no other host. */
export function writeEditorPage(site: Site, editor: SiteEditor): string {
  // A letter's text is never inserted as HTML, and no script but the editor's own runs. Its styles are in its script.
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src 'self' data: blob: ${editorOrigin(editor)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const config = JSON.stringify(editorConfig(site, editor)).replaceAll('<', '\\u003c');
  // Sveltia CMS fills the window if nothing around it has a place of its own.
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex" />
    <meta name="referrer" content="no-referrer" />
    <meta name="color-scheme" content="light dark" />
    <title>网页编辑 · ${escapeText(site.name)}</title>
    <style>
      #nc-root {
        display: contents;
      }
    </style>
  </head>
  <body>
    <main id="nc-root">
      <div id="notice">
        <h1>网页编辑</h1>
        <p>网页编辑只在网站上使用，需要 JavaScript。离线副本里的内容不能改。</p>
      </div>
    </main>
    <script id="editor-config" type="application/json">${config}</script>
    <script src="editor.js"></script>
  </body>
</html>
`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
