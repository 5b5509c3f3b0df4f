import { groupSpan, type Span } from './span.ts';

const class_ = '(?<letter>[A-D])';
const wholeLine = new RegExp(
  `^(?:[〔\\[(【]${class_}类?[〕\\])】]|(?<bare>[A-D])类?|(?:类别|分类)?(?<named>[A-D])类?)(?:,?(?:同意公开|予以公开|可以公开|主动公开|公开))?$`,
  'du',
);
const behind =
  /(?:\((?<bracketed>[A-D])类?\)|〔(?<hexagonal>[A-D])类?〕|(?<plain>[A-D])类|^(?<only>[A-D])$)/du;

/** The class letter (办理结果) where the value of its label states one: `C`, `(C)`, `A类`. */
export function readOutcome(value: string): Span | undefined {
  const match = wholeLine.exec(value);
  return match
    ? (groupSpan(match, 'letter') ?? groupSpan(match, 'bare') ?? groupSpan(match, 'named'))
    : undefined;
}

/** The class letter behind a document number: `(B类)`, `A类 同意公开`. */
export function outcomeBehind(text: string): Span | undefined {
  const match = behind.exec(text);
  return match
    ? (groupSpan(match, 'bracketed') ??
        groupSpan(match, 'hexagonal') ??
        groupSpan(match, 'plain') ??
        groupSpan(match, 'only'))
    : undefined;
}
