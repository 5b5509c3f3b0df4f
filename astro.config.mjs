// @ts-check
import { defineConfig, passthroughImageService } from 'astro/config';
import { clientAssets } from './src/integrations/client-assets.ts';
import { pageAdapter } from './src/integrations/page-adapter.ts';
import { preview } from './src/integrations/preview.ts';

// The templates are compiled once for each version of the program; `dafu build` gives them what to show.
export default defineConfig({
  output: 'server',
  adapter: pageAdapter(),
  build: { inlineStylesheets: 'never' },
  trailingSlash: 'never',
  // White space as in JSX, which is how Prettier lays out .astro files.
  compressHTML: 'jsx',
  // No page uses these parts of Astro's server.
  image: { service: passthroughImageService() },
  session: false,
  devToolbar: { enabled: false },
  integrations: [clientAssets(), preview()],
});
