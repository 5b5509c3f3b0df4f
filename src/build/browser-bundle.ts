import { build, type BuildOptions, type OnLoadResult, type Plugin } from 'esbuild';

/** The oldest language and browsers whose scripts and styles work, for esbuild. */
export const oldestBrowsers = ['es2022', 'chrome111', 'firefox113', 'safari16.4'];

/**
 * Bundles a script, or a stylesheet, for pages: a classic script, in one function.
 *
 * @param entry Absolute path.
 * @param options More of esbuild's.
 */
export async function bundleForBrowser(entry: string, options: BuildOptions = {}): Promise<string> {
  const { outputFiles = [] } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    charset: 'utf8',
    legalComments: 'none',
    target: oldestBrowsers,
    ...options,
  });
  return outputFiles[0]?.text ?? '';
}

/**
 * Resolves a module that no file has.
 *
 * @param name What is imported, such as `virtual:dafu/engine`.
 * @param read Makes its contents.
 */
export function virtualModule(name: string, read: () => Promise<OnLoadResult>): Plugin {
  return {
    name,
    setup(bundler) {
      bundler.onResolve({ filter: new RegExp(`^${RegExp.escape(name)}$`) }, () => ({
        path: name,
        namespace: name,
      }));
      bundler.onLoad({ filter: /./, namespace: name }, read);
    },
  };
}
