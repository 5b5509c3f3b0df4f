import { z } from 'zod';
import { ReadError, type Attachment, type Doubt, type Reading } from '../readers/reading.ts';
import { messageCodes, type MessageCode, type ReadErrorCode } from '../record/message-codes.ts';
import { readErrorCodes } from '../record/message-codes/refusal.ts';
import { sha256Schema } from './reading-job.ts';

/** Far more than the recognisers accept: they refuse such a text by name, as they would without a queue. */
const longestText = 2 ** 28;

const offset = z.int().nonnegative().max(longestText);
const range = { at: offset, length: offset };
const shortText = z.string().max(1_000_000);
const fileName = z
  .string()
  .max(1000)
  .regex(/^(?!\.{1,2}$)[^/\\\0]+$/);

const cell = z.strictObject({
  ...range,
  colspan: z.int().min(0).max(10_000),
  rowspan: z.int().min(0).max(100_000),
  header: z.boolean(),
});

const markKind = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('heading'), depth: z.int().min(0).max(100) }),
  z.strictObject({ type: z.literal('metadata') }),
  z.strictObject({ type: z.literal('dropped'), why: shortText }),
  z.strictObject({ type: z.literal('numbering') }),
  z.strictObject({ type: z.literal('table'), rows: z.array(z.array(cell)) }),
  z.strictObject({ type: z.literal('attachment'), name: fileName }),
]);

const messageSchema = z.strictObject({
  level: z.enum(['error', 'warning', 'suggestion', 'info']),
  rule: z.custom<MessageCode>((code) => typeof code === 'string' && Object.hasOwn(messageCodes, code)),
  line: z.int().positive(),
  column: z.int().positive(),
  text: shortText,
  suggestion: shortText.exactOptional(),
});

const readErrorCode = z.custom<ReadErrorCode>(
  (code) => typeof code === 'string' && Object.hasOwn(readErrorCodes, code),
);

const attachmentSchema = z.strictObject({
  name: fileName,
  sha256: sha256Schema,
  given: fileName.exactOptional(),
});

const doubtSchema = z.strictObject({
  ...range,
  page: z.int().positive().max(100_000),
  rival: shortText.exactOptional(),
  pictures: z.array(sha256Schema).max(1000),
});

/** A reading as it travels: attachments and pictures by their hashes. */
const readingSchema = z
  .strictObject({
    format: z.string().regex(/^(?:txt|html|mhtml|docx|doc|rtf|word-xml|pdf|scan|ofd|email|zip)$/),
    encoding: z.string().max(40).exactOptional(),
    decoded: z.string().max(longestText),
    marks: z.array(z.strictObject({ ...range, kind: markKind })),
    attachments: z.array(attachmentSchema).max(10_000),
    messages: z.array(messageSchema),
    pages: z
      .array(z.strictObject({ name: fileName.exactOptional(), number: z.int().positive(), at: offset }))
      .exactOptional(),
    doubts: z.array(doubtSchema).max(100_000).exactOptional(),
    elsewhere: z.strictObject({ code: readErrorCode, text: shortText }).exactOptional(),
  })
  .refine(marksFit, '标记超出文字的范围');

/** What a worker returns for a job. */
const readingResultSchema = z.strictObject({
  reader: z.string().max(64),
  /** Of the bytes that it read. */
  sha256: sha256Schema,
  outcome: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('read'), reading: readingSchema }),
    /** The file cannot be read, with the error that `dafu convert` would report. */
    z.strictObject({
      type: z.literal('refused'),
      code: readErrorCode,
      message: shortText,
    }),
    /** The reader failed in a way that it should not. */
    z.strictObject({ type: z.literal('failed'), message: shortText }),
  ]),
});

export type ReadingResult = z.infer<typeof readingResultSchema>;

/** Whether a value from the queue is a result. It is used as it came: records keep the order of its fields. */
export function isReadingResult(value: unknown): value is ReadingResult {
  return readingResultSchema.safeParse(value).success;
}

/**
 * The reading that a worker returned, with the bytes of its attachments.
 *
 * @param bytesOf Returns the bytes with a hash.
 * @throws ReadError that the reader threw; Error for what it should not have thrown.
 */
export async function openResult(
  { outcome }: ReadingResult,
  bytesOf: (sha256: string) => Promise<Uint8Array>,
): Promise<Reading> {
  if (outcome.type === 'refused') throw new ReadError(outcome.code, outcome.message);
  if (outcome.type === 'failed') throw new Error(outcome.message);
  const attachments: Attachment[] = [];
  for (const { sha256, ...one } of outcome.reading.attachments)
    attachments.push({ ...one, bytes: await bytesOf(sha256) });
  const { doubts: sent, ...reading } = outcome.reading;
  if (!sent) return { ...reading, attachments };
  const doubts: Doubt[] = [];
  for (const doubt of sent) {
    const pictures: Uint8Array[] = [];
    for (const sha256 of doubt.pictures) pictures.push(await bytesOf(sha256));
    doubts.push({ ...doubt, pictures });
  }
  return { ...reading, attachments, doubts };
}

/** Every mark lies in the text, in the order that recognisers rely on. */
function marksFit({ decoded, marks }: Pick<Reading, 'decoded' | 'marks'>): boolean {
  return marks.every(({ at, length, kind }, index) => {
    const cells = kind.type === 'table' ? kind.rows.flat() : [];
    return (
      at + length <= decoded.length &&
      at >= (marks[index - 1]?.at ?? 0) &&
      cells.every((one) => at <= one.at && one.at + one.length <= at + length)
    );
  });
}
