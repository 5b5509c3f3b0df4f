import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, sep } from 'node:path';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { address } from '../archive/address.ts';
import { routeOf } from '../build/rendering/page-app.ts';
import { openPreview, type Preview } from '../build/preview.ts';
import { toPrintable } from '../check/printable-text.ts';
import type { Finding } from '../content-files/finding.ts';
import { contentFolder } from '../data/content-folder.ts';

/** Where Astro's development server takes `Astro.locals` from: the way of adapters to pass them on. */
const localsOfRequest = Symbol.for('astro.locals');

const types: Record<string, string> = {
  '.xml': 'application/atom+xml',
  '.json': 'application/feed+json',
  '.csv': 'text/csv; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.css': 'text/css',
  '.png': 'image/png',
};

/**
 * Shows the content folder while `npm run dev` runs: the addresses are those of the edition, and a page reloads
 * when a file of the content was saved.
 */
export function preview(): AstroIntegration {
  return {
    name: 'dafu-preview',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        const content = contentFolder();
        const shown = openPreview(content, (findings) => {
          report(logger, findings);
        });
        server.watcher.add(content);
        server.watcher.on('all', (_, path) => {
          if (!path.startsWith(content + sep)) return;
          shown.refresh();
          server.hot.send({ type: 'full-reload' });
        });
        server.middlewares.use((request, response, next) => {
          answer(shown, request, response).then((answered) => {
            if (!answered) next();
          }, next);
        });
      },
    },
  };
}

/** @returns False when it is for Astro to answer, with the page that it is to render if there is one. */
async function answer(shown: Preview, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const path = decodeURI(new URL(request.url ?? '/', 'http://preview.invalid').pathname.slice(1));
  const isPage = path === '' || path.endsWith('.html');
  if (!isPage && !(extname(path) in types)) return false;
  const found = (await shown.find(path)) ?? (isPage ? await shown.find(address.notFound) : undefined);
  if (!found) return false;
  if ('contents' in found) {
    response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
    response.end(found.contents);
    return true;
  }
  const { page, frame } = found;
  request.url = routeOf(page.kind === 'notFound' ? address.notFound : path || address.home, page.kind);
  Reflect.set(request, localsOfRequest, { page, frame });
  return false;
}

function report(logger: AstroIntegrationLogger, findings: readonly Finding[]): void {
  for (const { path, line, column, rule, level, text } of findings)
    logger[level === 'error' ? 'error' : 'warn'](toPrintable(`${path}:${line}:${column}  ${rule}  ${text}`));
}
