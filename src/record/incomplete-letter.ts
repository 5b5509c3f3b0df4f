import type { MissingField } from './missing-fields.ts';
import { SaveRefusal } from './save-refusal.ts';

const examples: Record<MissingField['field'], string> = {
  title: '关于……的答复',
  issuer: '某某市教育局',
  issuedOn: '2019-06-10',
};

/** Thrown when a letter lacks what every letter has; the message names all of it, and what to do. */
export class IncompleteLetter extends SaveRefusal {
  readonly missing: readonly MissingField[];
  constructor(missing: readonly MissingField[]) {
    super('incomplete', `${describeMissing(missing)}${advise(missing)}`);
    this.missing = missing;
  }
}

/** Says what is missing and where it was searched for. */
function describeMissing(missing: readonly MissingField[]): string {
  const said = missing.map(({ name, searched }) => `${name}（${searched}）`);
  return `没有识别出必需的 ${missing.length} 项：${said.join('；')}。`;
}

function advise(missing: readonly MissingField[]): string {
  const options = missing.map(({ field }) => `--set ${field}=${examples[field]}`);
  const columns = missing.map(({ field }) => field).join('、');
  return `请核对原件后补上：${options.join(' ')}。很多文件可以写进表格，用 --values 给出（列名 file、${columns}）；也可以用 --draft 先写成草稿。`;
}
