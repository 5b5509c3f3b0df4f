/**
 * Infers the root of the edition from a missing address. A host shows `404.html` at the missing address
 * itself, at any depth, so relative links would be wrong; and since the same folder is served at any base
 * path, they cannot be absolute. But the edition's own folders are known: the path before the first of them
 * is the root.
 *
 * The source of this function is embedded in the page: it uses nothing but its parameters.
 *
 * @param pathname The missing address.
 * @param declared The path under which the build is served according to `--base`: `/` by default.
 * @returns A path that starts and ends with `/`.
 */
export function siteRoot(pathname: string, declared: string): string {
  if (declared !== '/') return declared.endsWith('/') ? declared : `${declared}/`;
  const own = /^(.*?\/)(?:replies|years|sessions|agencies|kinds|data|originals|assets|search-index)\//.exec(
    pathname,
  );
  return own?.[1] ?? pathname.slice(0, pathname.lastIndexOf('/') + 1);
}
