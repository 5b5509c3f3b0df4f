import { province, type DemoPlace } from './agencies.ts';

/** A policy as a letter cites it. */
export interface DemoPolicy {
  /** With its place, without 《》. */
  title: string;
  /** Notices and opinions have one. */
  number?: string;
  /** What later sentences may call it: 条例. */
  short: string;
}

/**
 * Makes a policy of its title. The same title in the same place is the same policy; laws and regulations are the
 * province's or the state's, notices the place's own.
 *
 * @param pattern A title of a topic: `{P}` is the province.
 */
export function makePolicy(pattern: string, { name, code }: DemoPlace): DemoPolicy {
  const title = pattern.replace('{P}', province);
  if (title.startsWith('中华人民共和国')) return { title, short: title.slice(7) };
  const short = /(?:条例|办法|规划|方案|意见|通知|措施|通告|预案)(?=（|$)/u.exec(title)?.[0] ?? '文件';
  if (!title.startsWith('关于')) return { title, short };
  const sum = Array.from(title + name).reduce(
    (total, character) => total + (character.codePointAt(0) ?? 0),
    0,
  );
  return { title, short, number: `${code}政办发〔${2016 + (sum % 10)}〕${1 + (sum % 60)}号` };
}

/** Writes it as letters do. @param declare Whether to declare its short title. */
export function citePolicy({ title, number, short }: DemoPolicy, declare = false): string {
  const notes = [...(number === undefined ? [] : [number]), ...(declare ? [`以下简称《${short}》`] : [])];
  return `《${title}》${notes.length > 0 ? `（${notes.join('，')}）` : ''}`;
}

/** Writes it by its number alone, where it has one. */
export function citeNumber(policy: DemoPolicy): string {
  return policy.number === undefined ? citePolicy(policy) : `${policy.number}文件`;
}
