import { warningAt, type Finding } from '../../content-files/finding.ts';
import type { LetterFile } from '../../content-files/letter-file.ts';
import { honour, office } from '../../reply/recipients.ts';

const wrapped = /^(?:《(?<book>[^《》]+)》|“(?<quote>[^“”]+)”|"(?<straight>[^"]+)")$/u;
const counted = /^第?(?<number>[A-Za-z]{0,3}-?\d[\d-]*)号?$/u;
const bare = new RegExp(`^${honour}(?<name>.+?)${office}?$`, 'u');

/** Values are as the contract writes them: a proposal's title and number and the recipients without what is around them. */
export function valueForm({ path, frontmatter, locate, span }: LetterFile): Finding[] {
  const findings: Finding[] = [];
  const expect = (keys: readonly PropertyKey[], name: string, written: string, wanted: string) => {
    const place = span(keys);
    const text = `${name}应写作 ${wanted}（现为 ${written}）。`;
    const fix = place && [{ ...place, text: writeScalar(wanted) }];
    findings.push(warningAt(path, locate(keys), 'value-form', text, fix));
  };
  const { title, number } = frontmatter?.proposal ?? {};
  const { book, quote, straight } = wrapped.exec(title ?? '')?.groups ?? {};
  const inner = book ?? quote ?? straight;
  if (title !== undefined && inner !== undefined)
    expect(['proposal', 'title'], 'proposal.title（案由）', title, inner);
  const serial = counted.exec(number ?? '')?.groups?.number;
  if (number !== undefined && serial !== undefined && serial !== number)
    expect(['proposal', 'number'], 'proposal.number（提案编号）', number, serial);
  for (const [index, recipient] of (frontmatter?.recipients ?? []).entries()) {
    const keys = ['recipients', index];
    const name = bare.exec(recipient)?.groups?.name ?? recipient;
    if (/[、，,;；]/u.test(recipient))
      findings.push(
        warningAt(
          path,
          locate(keys),
          'value-form',
          `recipients（主送）第 ${index + 1} 项“${recipient}”里不止一个名称。请每个名称一行。`,
        ),
      );
    else if (name !== recipient) expect(keys, `recipients（主送）第 ${index + 1} 项`, recipient, name);
  }
  return findings;
}

/** A value as YAML writes it: in quotes where it could be read as anything else. */
function writeScalar(value: string): string {
  return /^(?=.*\p{L})[\p{L}\p{N}（）〔〕《》“”·、]+$/u.test(value) && !/^(?:true|false|null)$/i.test(value)
    ? value
    : JSON.stringify(value);
}
