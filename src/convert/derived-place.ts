import { readAgencyPlace, readBareLevel } from '../reply/agency-place.ts';
import { placeScope } from '../reply/letter-place.ts';
import { recognised, report, type Recognised } from '../recognise/recognised.ts';
import type { Derived } from './derived-values.ts';
import type { FieldSource } from './field-source.ts';

/** Fields that may name the place of the agency that answers. */
const naming = new Set(['proposal.scope', 'signatories', 'recipients']);

/**
 * 地区, where the name of the agency gives only its level (区卫生计生局) and the letter names a place of that level: the
 * assembly (君山区政协) or another body. It is for the editor to confirm. Where the agency's own name gives the place
 * nothing is filled in, for the site derives it and says so.
 *
 * @param sources What is known of the letter, with where it was found.
 */
export function derivedPlace(
  issuer: string | undefined,
  sources: readonly FieldSource[],
): Recognised<Derived<string> | undefined> {
  const level = issuer === undefined || readAgencyPlace(issuer) ? undefined : readBareLevel(issuer);
  if (level === undefined) return recognised(undefined);
  const named = sources
    .filter(({ field }) => naming.has(field))
    .flatMap(({ value, from, at }) =>
      value.split('、').flatMap((text) => {
        const place = placeScope(level, { place: text, issuer: text });
        return place === undefined || place === level ? [] : [{ value: place, from, at, sure: false }];
      }),
    );
  const [first, ...others] = named;
  const other = others.find(({ value }) => value !== first?.value);
  if (first === undefined || other === undefined) return recognised(first);
  const text = `地区有互相矛盾的写法（${first.value}、${other.value}），未填。请核对原件后填写。`;
  return recognised(undefined, [report('contradiction', first.at, text)]);
}
