import { childAt, childrenOf, type XmlElement } from '../xml-tree.ts';
import { numberAt, switchAt, valueAt } from './property.ts';

/** A level of a list definition (ECMA-376 part 1, 17.9.6). */
export interface Level {
  start: number;
  /** A name of 17.18.59, such as `chineseCounting`. */
  format: string;
  /** The text with its `%1` to `%9`. */
  text: string;
  suffix: 'tab' | 'space' | 'nothing';
  /** The level (from 1) after which it starts again; 0 never; absent: after any higher one. */
  restart: number | undefined;
  /** All counters in Arabic digits. */
  legal: boolean;
  /** The paragraph style that puts its paragraphs on this level. */
  style: string | undefined;
  /** For bullets in symbol fonts. */
  font: string | undefined;
}

/** A numbering as paragraphs name it: a list definition with changes of its own. */
export interface Numbering {
  /** Numberings of one definition share their counters. */
  definition: string;
  levels: ReadonlyMap<number, Level>;
  /** Levels that start anew when this numbering is first used. */
  overrides: ReadonlyMap<number, number>;
}

/** Reads the numbering part: the numberings by their id. */
export function readNumberings(
  root: XmlElement | undefined,
  styles: XmlElement | undefined,
): Map<number, Numbering> {
  const definitions = new Map(
    childrenOf(root, 'w:abstractNum').map((one) => [one.attributes.get('w:abstractNumId') ?? '', one]),
  );
  const uses = childrenOf(root, 'w:num');
  const definitionOf = (use: XmlElement | undefined, hops = 0): string => {
    const id = valueAt(use, 'w:abstractNumId') ?? '';
    const link = valueAt(definitions.get(id), 'w:numStyleLink');
    if (link === undefined || hops > 8) return id;
    // A definition that only names a style: the style's own numbering has the levels.
    const style = childrenOf(styles, 'w:style').find(
      ({ attributes }) => attributes.get('w:styleId') === link,
    );
    const target = numberAt(style, 'w:pPr', 'w:numPr', 'w:numId');
    return definitionOf(
      uses.find(({ attributes }) => attributes.get('w:numId') === String(target)) ?? use,
      hops + 1,
    );
  };
  return new Map(
    uses.map((use) => {
      const definition = definitionOf(use);
      const levels = new Map(levelsOf(definitions.get(definition)));
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

function levelsOf(parent: XmlElement | undefined): [number, Level][] {
  return childrenOf(parent, 'w:lvl').map((level) => {
    const suffix = valueAt(level, 'w:suff');
    return [
      Number(level.attributes.get('w:ilvl')),
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
    ];
  });
}

/** Newer formats stand in an alternative, with an older one to fall back on. */
function formatOf(level: XmlElement): string {
  const direct = valueAt(level, 'w:numFmt');
  return direct ?? valueAt(level, 'mc:AlternateContent', 'mc:Fallback', 'w:numFmt') ?? 'decimal';
}
