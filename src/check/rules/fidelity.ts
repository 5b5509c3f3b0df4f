import { dirname, join } from 'node:path';
import { applyEdits } from '../../record/edit-log.ts';
import { editsFileSchema, readEditsFile } from '../../record/edits-file.ts';
import type { FidelityBreak } from '../../record/fidelity-check.ts';
import type { RecordedText } from '../../record/record.ts';
import type { Frontmatter } from '../../reply/frontmatter.ts';
import type { Finding } from '../../content-files/finding.ts';
import type { LetterFile } from '../../content-files/letter-file.ts';

const checkedFields = editsFileSchema.pick({
  sha256: true,
  decoded: true,
  edits: true,
  dropped: true,
  lacking: true,
});

/**
 * Every difference between the letter and its original is explained by the record of edits beside the
 * original. A later change of official text is found here; once the letter declares a
 * correction, it is only a warning.
 */
export async function fidelity(letter: LetterFile, content: string): Promise<Finding[]> {
  const { frontmatter } = letter;
  const file = frontmatter?.source?.file;
  if (frontmatter === undefined || file === undefined) return [];
  const level = (frontmatter.corrections ?? []).length > 0 ? 'warning' : 'error';
  const finding = (
    at: { line: number; column: number },
    severity: Finding['level'],
    text: string,
  ): Finding => ({
    path: letter.path,
    ...at,
    level: severity,
    rule: 'fidelity',
    text,
  });
  const source = letter.locate(['source', 'file']);
  const reading = await readEditsFile(join(content, 'originals', dirname(file)), checkedFields);
  if (reading.status === 'missing')
    return [
      finding(source, 'warning', '原件旁没有改动记录 edits.json，无法逐字核对。请用 dafu convert 转换原件。'),
    ];
  if (reading.status !== 'read')
    return [
      finding(
        source,
        'error',
        '原件旁的改动记录 edits.json 已损坏。请用 dafu convert --force 重新转换原件。',
      ),
    ];
  const { record } = reading;
  if (frontmatter.source?.sha256 !== undefined && record.sha256 !== frontmatter.source.sha256)
    return [
      finding(
        source,
        'error',
        'edits.json 记的是另一个原件（SHA-256 不符）。请用 dafu convert 重新转换原件。',
      ),
    ];
  return (await differences(record, { frontmatter, body: letter.body })).map((found) =>
    finding(placeOf(found, letter), level, describe(found)),
  );
}

/**
 * The differences to report. After a lost or added block the fidelity check finds everything
 * that follows out of place; text that is in both is that echo. A mere change of order leaves
 * nothing else, and then the first difference is reported.
 */
async function differences(
  record: RecordedText,
  letter: { frontmatter: Frontmatter; body: string },
): Promise<FidelityBreak[]> {
  // Loaded when needed: what reads Markdown takes longer to load than a letter without a record takes to check.
  const [{ fidelityBreaks }, { bodyTexts }] = await Promise.all([
    import('../../record/fidelity-check.ts'),
    import('../../markdown/read-text.ts'),
  ]);
  const breaks = fidelityBreaks(record, letter);
  const original = squeeze(applyEdits(record.decoded, record.edits));
  const published = squeeze([...bodyTexts(letter.body), JSON.stringify(letter.frontmatter)].join(''));
  const real = breaks.filter(({ rule, text }) => {
    if (rule === 'lost-text') return !published.includes(squeeze(text));
    return rule !== 'foreign-text' || !original.includes(squeeze(text));
  });
  return real.length > 0 ? real : breaks.slice(0, 1);
}

function squeeze(text: string): string {
  return text.replace(/\s/g, '');
}

function describe({ rule, text }: FidelityBreak): string {
  const shown = text.length > 30 ? `${text.slice(0, 30)}…` : text;
  const remedy = '请改回原文；确属更正的，请记入 corrections。';
  if (rule === 'lost-text') return `原件中的“${shown}”在本文中不见了，改动记录也没有说明。${remedy}`;
  if (rule === 'foreign-text') return `“${shown}”不在原件中，改动记录也没有说明。${remedy}`;
  return `改动记录 edits.json 次序有误或互相重叠（“${shown}”处）。请用 dafu convert 重新转换原件。`;
}

/** The line of the letter with a foreign text; for a lost text, the name of the original. */
function placeOf({ rule, text }: FidelityBreak, letter: LetterFile): { line: number; column: number } {
  const lines = letter.source.split('\n');
  const plain = (line: string) => line.replace(/[\s\\#*>|-]/g, '');
  const at = rule === 'foreign-text' ? lines.findIndex((line) => plain(line).includes(plain(text))) : -1;
  return at === -1 ? letter.locate(['source', 'file']) : { line: at + 1, column: 1 };
}
