const declaration =
  /^[”"]?(?:（[^（）]{0,40}）)?(?:（|，|；|〔)?[^（）《》。；]{0,40}?(?:以下|下文|后文|下)?(?:均|分别|统一)?(?:简)?称[：为]?(?:[《“"]?(?<short>[^《》“”"（）。，；〔〕]{1,24})[》”"]?)/u;

/**
 * Finds what short title is declared right after the name of a policy: 《…》（国办发〔2020〕23号，以下简称《意见》）.
 *
 * @param text Folded.
 * @param at Where the name, with its number, ends.
 */
export function findDeclaration(text: string, at: number): string | undefined {
  const after = text.slice(at, at + 90);
  if (!/^[”"]?[（，；〔号\p{Script=Han}]/u.test(after) || !/^.{0,60}(?:简称|下称)/u.test(after))
    return undefined;
  const short = declaration.exec(after)?.groups?.short;
  return short?.replace(/ +/gu, '');
}
