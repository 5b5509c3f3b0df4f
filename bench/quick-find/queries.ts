import type { InventedLetter } from '../../src/corpus/letter.ts';

/** A text that a visitor types, and what must be among the options. */
export interface TypedText {
  text: string;
  /** Part of the wanted option's text. */
  wanted: string;
}

/** Texts of each kind that are measured. */
const perKind = 60;
/** The most letters that may share the first characters of a topic for these to identify it. */
const alike = 10;

/** Texts to type, by what they are; evenly drawn from the letters. */
export function typedTexts(letters: readonly InventedLetter[]): Record<string, TypedText[]> {
  const topics = new Map<string, string[]>();
  for (const topic of letters.map(topicOf))
    topics.set(topic.slice(0, 8), [...(topics.get(topic.slice(0, 8)) ?? []), topic]);
  const unlike = [...topics].flatMap(([text, { length }]) =>
    length <= alike ? [{ text, wanted: text }] : [],
  );
  const drawn = draw(letters, perKind);
  return {
    '案由的前八个字（至多十件相同）': draw(unlike, perKind),
    '案由的前八个字（任意）': draw([...topics.keys()], perKind).map((text) => ({ text, wanted: text })),
    整个案由: drawn.map(topicOf).map((text) => ({ text, wanted: text })),
    案由中间的四个字: drawn
      .map((letter) => topicOf(letter).slice(4, 8))
      .map((text) => ({ text, wanted: text })),
    发文字号: drawn.flatMap(({ frontmatter: { documentNumber: text } }) =>
      text === undefined ? [] : [{ text, wanted: text }],
    ),
    '发文字号（方括号，补零）': drawn.flatMap(({ frontmatter: { documentNumber: wanted } }) =>
      wanted === undefined ? [] : [{ text: wanted.replace('〔', '[').replace('〕', ']第00'), wanted }],
    ),
    主送: drawn.flatMap(({ frontmatter: { recipients: [text] = [] } }) =>
      text === undefined ? [] : [{ text, wanted: text }],
    ),
    机关和案由: drawn.map((letter) => {
      const { issuer } = letter.frontmatter;
      return {
        text: `${issuer.slice(0, 5)} ${topicOf(letter).slice(4, 8)}`,
        wanted: topicOf(letter).slice(4, 8),
      };
    }),
  };
}

function topicOf({ frontmatter }: InventedLetter): string {
  return frontmatter.proposal?.title ?? frontmatter.title;
}

/** Evenly spaced members of a list. */
function draw<Value>(values: readonly Value[], count: number): Value[] {
  const step = Math.max(1, values.length / count);
  return Array.from(
    { length: Math.min(count, values.length) },
    (_, index) => values[Math.floor(index * step)],
  ).flatMap((value) => value ?? []);
}
