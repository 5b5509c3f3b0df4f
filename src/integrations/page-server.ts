import { createApp } from 'astro/app/entrypoint';
import type { PageApp } from '../build/rendering/page-app.ts';

const app = createApp({ streaming: false });

/** Renders a page of the compiled templates: the entry point of the program that Astro makes of them. */
export const renderRoute: PageApp['renderRoute'] = async (route, locals) => {
  const response = await app.render(new Request(`http://edition.invalid${route}`), { locals });
  return response.text();
};
