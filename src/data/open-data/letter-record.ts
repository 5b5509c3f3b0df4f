import { createHash } from 'node:crypto';
import { z } from 'zod';
import { address, relativeLink } from '../../archive/address.ts';
import { commitmentSchema, type Commitment } from '../../commitments/commitment.ts';
import { citationSchema, type PolicyCitation } from '../../policies/citation.ts';
import { frontmatterSchema, type Frontmatter } from '../../reply/frontmatter.ts';
import { findPlace } from '../../reply/letter-place.ts';
import type { OriginalFile } from '../original/original-file.ts';
import { describeRecords } from './record-schema.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const link = z.string();

/** A letter as a record for programs: a line of the open data. */
export const letterRecordSchema = z.strictObject({
  id: z
    .string()
    .meta({ title: '标识', description: '年/编号，公布后不再改变；网页是 replies/ 下同名的 .html 文件' }),
  url: z.url().meta({ title: '网址', description: '网页的公开网址；档案没有公开网址时没有此项' }).optional(),
  frontmatter: frontmatterSchema.meta({
    title: '题录',
    description: '答复的各项信息；原文没有载明的，没有此项',
  }),
  place: z
    .strictObject({
      name: z.string().meta({ title: '地区', description: '作出答复的机关所在的市、县或省，或全国' }),
      source: z.enum(['载明', '推定']).meta({
        title: '地区依据',
        description: '原文写明或编辑填写的为“载明”，由发文机关的名称得出的为“推定”',
      }),
    })
    .meta({ title: '所在地区', description: '哪里的机关作出的答复；无从得知的没有此项' })
    .optional(),
  body: z.string().meta({ title: '正文', description: 'Markdown，从称谓到落款和日期' }),
  commitments: z.array(commitmentSchema).meta({
    title: '承诺',
    description: '机关表示将要做、计划做或不做什么的句子，由程序从正文中找出，按正文顺序',
  }),
  citations: z.array(citationSchema).meta({
    title: '引用的文件',
    description:
      '正文引用的法律、法规、规划、通知、标准等，由程序从书名号和文号中找出，按正文顺序；不能确定的没有列入',
  }),
  sha256: z
    .strictObject({
      markdown: sha256.meta({ title: '转录 SHA-256', description: '转录的 .md 文件的 SHA-256' }),
      original: sha256
        .meta({ title: '原件 SHA-256', description: '收到的文件的 SHA-256，知道时才有' })
        .optional(),
    })
    .meta({ title: '校验', description: '小写十六进制' }),
  links: z
    .strictObject({
      html: link.meta({ title: '网页', description: '答复的网页' }),
      markdown: link.meta({ title: 'Markdown', description: '转录的文件' }),
      original: link.meta({ title: '原件', description: '收到的文件；不公开的没有此项' }).optional(),
      edits: link.meta({ title: '编辑记录', description: '从原件到转录的每处改动' }).optional(),
    })
    .meta({ title: '链接', description: '同一件答复的其他形式，相对于本文件的路径' }),
});
export type LetterRecord = z.infer<typeof letterRecordSchema>;

/** The JSON Schema of the records, and their data dictionary. */
export const letterRecords = describeRecords(letterRecordSchema, {
  title: '答复',
  description: '一件答复的题录和正文',
});

/** The source of a letter's record. */
export interface RecordedLetter {
  /** `<year>/<id>` */
  id: string;
  frontmatter: Frontmatter;
  /** The Markdown after the frontmatter. */
  body: string;
  /** What its agency undertakes, in reading order. */
  commitments: Commitment[];
  /** The policies that it cites, in reading order. */
  citations: PolicyCitation[];
  /** The whole `.md` file. */
  file: Uint8Array;
  original: OriginalFile | undefined;
}

/**
 * Makes the record of a letter.
 *
 * @param site Public address of the edition, with a trailing slash, if it has one.
 * @param from Path of the record's file below the site's root, to which its links are relative.
 */
export function makeLetterRecord(
  letter: RecordedLetter,
  site: string | undefined,
  from = address.dataFile('replies.jsonl.gz'),
): LetterRecord {
  const { id, frontmatter, body, commitments, citations, file, original } = letter;
  const place = findPlace(frontmatter);
  const link = (to: string) => relativeLink(from, to);
  return {
    id,
    ...(site !== undefined && { url: new URL(address.reply(id), site).href }),
    frontmatter,
    ...(place !== undefined && { place }),
    // Readers differ in the blank lines around the text.
    body: `${body.trim()}\n`,
    commitments,
    citations,
    sha256: {
      markdown: createHash('sha256').update(file).digest('hex'),
      ...(frontmatter.source?.sha256 !== undefined && { original: frontmatter.source.sha256 }),
    },
    links: {
      html: link(address.reply(id)),
      markdown: link(address.markdown(id)),
      ...(original && !original.withheld && { original: link(address.original(original.published)) }),
      ...(original?.edits !== undefined && { edits: link(address.original(original.edits)) }),
    },
  };
}
