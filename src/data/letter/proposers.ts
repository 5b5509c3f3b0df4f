import { readSalutation } from '../../reply/salutation.ts';

const folded: Record<string, string> = { '：': ':', '，': ',', '！': '!', '（': '(', '）': ')' };

/**
 * Names the deputies or members whom a letter answers, with the office by which its salutation addresses them:
 * 魏兰委员 · 甲某某、乙某代表 · 陈望舒委员等.
 *
 * @param recipients The letter's field, names without office.
 * @param body Its Markdown, which begins with the salutation.
 * @returns undefined unless the salutation says of every recipient that he or she is one.
 */
export function nameProposers(recipients: readonly string[], body: string): string | undefined {
  const line = /\S[^\n]{0,600}/u.exec(body.slice(0, 2000))?.[0] ?? '';
  const text = line.replace(/\s/g, '').replace(/[：，！（）]/g, (mark) => folded[mark] ?? mark);
  const salutation = readSalutation(text);
  if (!salutation || salutation.to === 'body' || recipients.length === 0) return undefined;
  const { to, length, unclear } = salutation;
  const addressed = text.slice(0, length);
  const names = new Set(salutation.recipients.map((recipient) => recipient.text));
  // 同志 is addressed as a deputy is, but not said to be one; a body beside people is no deputy.
  const certain = unclear !== true && addressed.includes(to) && names.size === recipients.length;
  if (!certain || !recipients.every((name) => names.has(name) && !endsAsBody(name))) return undefined;
  const others = /等[^、,:]*$/u.test(addressed.replace(/[:,!].*$/u, '')) ? '等' : '';
  return `${recipients.join('、')}${to}${others}`;
}

function endsAsBody(name: string): boolean {
  return /(?:委|会|局|厅|部|团|组|界|支部|党|社|联|办|政协|人大)$/u.test(name) && name.length > 3;
}
