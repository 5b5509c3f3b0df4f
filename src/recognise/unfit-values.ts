import { foldText } from '../normalise/folded-text.ts';
import { fitsField } from './field-grammar.ts';
import type { HeaderField } from './header-field.ts';
import type { HeaderFieldName } from './labels.ts';
import { combineAccounts, report, type Account } from './recognised.ts';
import { excerpt, settingAdvice } from './setting-advice.ts';

/** Fields whose values have a grammar that an editor can be expected to restore. */
const checked: ReadonlySet<HeaderFieldName> = new Set([
  'indexNumber',
  'issuedOn',
  'dispatchedOn',
  'publishedOn',
  'issuer',
  'outcome',
  'proposalNumber',
]);

/**
 * Reports values that do not fit the label before them and are therefore left out.
 *
 * @param reported Offsets that already have a message.
 */
export function reportUnfitValues(
  decoded: string,
  fields: readonly HeaderField[],
  reported: ReadonlySet<number>,
): Account {
  const offsets = new Set(reported);
  const reports: Account[] = [];
  for (const { name, label, value } of fields) {
    if (!value || !checked.has(name) || offsets.has(value.at)) continue;
    const spaced = foldText(decoded, value, 'single').text;
    const fits = [spaced, foldText(decoded, value).text].some((text) => fitsField(name, text));
    // Some agencies use 办理类型 for the class, others for their part in the reply.
    const isRole = name === 'outcome' && /^(?:主办|单办|独办|分办|会办|协办|牵头)$/u.test(spaced);
    if (fits || isRole || /^(?:无|暂无|—|-|\/)*$/u.test(spaced)) continue;
    const written = foldText(decoded, label).text.replace(/[:[\]【】]/gu, '');
    const text = `“${written}”后的“${excerpt(spaced)}”不合该项格式，未采用。请核对原件后${settingAdvice(name)}。`;
    reports.push(report('unfit-value', value.at, text));
    offsets.add(value.at);
  }
  return combineAccounts(reports);
}
