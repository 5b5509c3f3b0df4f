// @ts-check
import { defineConfig } from 'astro/config';
import { clientAssets } from './src/integrations/client-assets.ts';

// Everything that a build may vary (content folder, output folder, base) is given by `dafu build`;
// what stands here holds for every edition.
export default defineConfig({
  build: { format: 'file', inlineStylesheets: 'never' },
  trailingSlash: 'never',
  // White space as in JSX, which is how Prettier lays out .astro files.
  compressHTML: 'jsx',
  devToolbar: { enabled: false },
  integrations: [clientAssets()],
});
