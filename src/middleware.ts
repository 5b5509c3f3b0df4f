import { join } from 'node:path';
import type { MiddlewareHandler } from 'astro';
import { failureFinding } from './check/failure.ts';
import { displayPath } from './content-files/display-path.ts';
import { contentFolder } from './data/content-folder.ts';
import { ContentError, findingsOf } from './build/content-error.ts';

/** Names the file whose page could not be rendered: an error in a page does not say which of thousands it was. */
export const onRequest: MiddlewareHandler = async ({ params }, next) => {
  try {
    const response = await next();
    // The body is rendered while it is read.
    return response.body === null ? response : new Response(await response.arrayBuffer(), response);
  } catch (error) {
    const { year, id, page } = params;
    const file = id === undefined ? page && `pages/${page}.md` : `replies/${year ?? ''}/${id}.md`;
    if (file === undefined || findingsOf(error)) throw error;
    const findings = [failureFinding(displayPath(join(contentFolder(), file)), error)];
    throw Object.assign(new ContentError(findings), { cause: error });
  }
};
