/** What letters of the demonstration say about one area of public work. In texts, `{N}` is an invented locality. */
export interface Topic {
  /** What proposals are about: 老旧小区. */
  area: string;
  /** The agency that answers, without its place. */
  office: string;
  /** Those that join it. */
  partners: readonly [string, ...string[]];
  /** Proposals, without their kind: 关于…. */
  questions: readonly [string, ...string[]];
  /** Headings of sections, without their numbers. */
  aspects: readonly [string, ...string[]];
  /** What is counted, with its unit. */
  counted: readonly [Counted, ...Counted[]];
  /** What is lacking: 车位不足. */
  problems: readonly [string, ...string[]];
  /** What was done. */
  measures: readonly [string, ...string[]];
  /** What is going to be done, after 将. */
  plans: readonly [string, ...string[]];
  /** Titles of policies; `{P}` is the province. */
  policies: readonly [string, ...string[]];
  /** Who profits, with the unit. */
  people: Counted;
}

type Counted = readonly [what: string, unit: string];
