import type { Numbering, NumberingLevel } from '../word/list-numbering.ts';
import { childAt, childrenOf, type XmlElement } from '../xml-tree.ts';
import { firstOf, numberAt, switchAt, valueAt } from './property.ts';

const deepest = 8;

/** Reads the numbering part; returns the numberings by id. */
export function readNumberings(
  root: XmlElement | undefined,
  styles: XmlElement | undefined,
): Map<number, Numbering> {
  const definitions = new Map(
    childrenOf(root, 'w:abstractNum').map((one) => [one.attributes.get('w:abstractNumId') ?? '', one]),
  );
  const links = new Map([...definitions].map(([id, one]) => [id, valueAt(one, 'w:numStyleLink')]));
  const uses = childrenOf(root, 'w:num');
  const useOf = firstOf(uses, 'w:numId');
  const styleOf = firstOf(childrenOf(styles, 'w:style'), 'w:styleId');
  const levelsOfDefinition = new Map<string, Map<number, NumberingLevel>>();
  const definitionOf = (use: XmlElement | undefined, hops = 0): string => {
    const id = valueAt(use, 'w:abstractNumId') ?? '';
    const link = links.get(id);
    if (link === undefined || hops > 8) return id;
    // A definition may only name a style, whose own numbering has the levels.
    const target = numberAt(styleOf.get(link), 'w:pPr', 'w:numPr', 'w:numId');
    return definitionOf(useOf.get(String(target)) ?? use, hops + 1);
  };
  return new Map(
    uses.map((use) => {
      const definition = definitionOf(use);
      const defined = levelsOfDefinition.get(definition) ?? new Map(levelsOf(definitions.get(definition)));
      levelsOfDefinition.set(definition, defined);
      const levels = new Map(defined);
      const overrides = new Map<number, number>();
      for (const override of childrenOf(use, 'w:lvlOverride')) {
        const level = Number(override.attributes.get('w:ilvl'));
        const start = numberAt(override, 'w:startOverride');
        if (start !== undefined) overrides.set(level, start);
        for (const [index, changed] of levelsOf(override)) levels.set(index, changed);
      }
      return [Number(use.attributes.get('w:numId')), { definition, levels, overrides }];
    }),
  );
}

function levelsOf(parent: XmlElement | undefined): [number, NumberingLevel][] {
  return childrenOf(parent, 'w:lvl').flatMap((level): [number, NumberingLevel][] => {
    const index = Number(level.attributes.get('w:ilvl'));
    // A definition has nine levels (17.9.23), and each paragraph visits all of them.
    if (!(index >= 0 && index <= deepest)) return [];
    const suffix = valueAt(level, 'w:suff');
    return [
      [
        index,
        {
          start: numberAt(level, 'w:start') ?? 0,
          format: formatOf(level),
          text: valueAt(level, 'w:lvlText') ?? '',
          suffix: suffix === 'space' || suffix === 'nothing' ? suffix : 'tab',
          restart: numberAt(level, 'w:lvlRestart'),
          legal: switchAt(level, 'w:isLgl') ?? false,
          style: valueAt(level, 'w:pStyle'),
          font: childAt(level, 'w:rPr', 'w:rFonts')?.attributes.get('w:ascii'),
        },
      ],
    ];
  });
}

/** Newer formats are in an alternative with an older fallback. */
function formatOf(level: XmlElement): string {
  const direct = valueAt(level, 'w:numFmt');
  return direct ?? valueAt(level, 'mc:AlternateContent', 'mc:Fallback', 'w:numFmt') ?? 'decimal';
}
