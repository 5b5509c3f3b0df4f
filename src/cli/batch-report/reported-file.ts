import { fieldOf } from '../../convert/stated-value.ts';
import { ruleLabels } from '../../normalise/rules.ts';
import type { MissingField } from '../../record/missing-fields.ts';
import type { ConversionRecord, Message } from '../../record/record.ts';
import { IncompleteLetter } from '../../record/incomplete-letter.ts';
import { fieldNames } from '../../reply/field-names.ts';
import { positionsIn } from '../../reply/position.ts';
import { settableFields } from '../../reply/settable-fields.ts';
import { dropLabels } from '../convert-report.ts';
import { explainFailure } from '../failure-report.ts';
import type { SavedConversion } from '../save-converted.ts';
import type { ReportedFile } from './report-form.ts';

/** Examples of a rule, and how long a quoted text is at most. */
const most = { examples: 5, characters: 120 };

/** Describes a file that was converted. */
export function reportSaved(file: string, saved: SavedConversion): ReportedFile {
  const { record, evidence } = saved.conversion;
  const { frontmatter, messages, attachments = [] } = record;
  const fields = evidence.map(({ field, value, from, line, sure }) => ({
    ...{ field, name: fieldNames[field] ?? field, value: excerpt(value), from, line, sure },
  }));
  const toConfirm = messages.filter(({ level }) => level !== 'info').map(reportMessage);
  const missing = saved.missing.map(reportMissing);
  return {
    file,
    status: saved.outcome === 'unchanged' ? 'unchanged' : saved.draft ? 'draft' : 'written',
    doubt: doubtOf({ missing, fields, confirm: toConfirm }),
    letter: `replies/${saved.id}.md`,
    missing,
    fields,
    absent: settableFields.filter(
      (field) => fieldOf(frontmatter, field) === undefined && !missing.some((one) => one.field === field),
    ),
    confirm: toConfirm,
    notes: messages.filter(({ level }) => level === 'info').map(reportMessage),
    doubts: reportDoubts(record, saved.id),
    edits: reportEdits(record),
    omitted: reportOmitted(record),
    attachments: attachments.map(({ name, bytes }) => ({ name, bytes })),
  };
}

/** Describes a file that was not converted. */
export function reportFailed(file: string, error: unknown): ReportedFile {
  const { code, text } = explainFailure(error);
  const missing = error instanceof IncompleteLetter ? error.missing.map(reportMissing) : [];
  return {
    ...{
      file,
      status: 'failed',
      doubt: doubtOf({ missing, fields: [], confirm: [] }),
      error: { code, text },
    },
    ...{
      missing,
      fields: [],
      absent: [],
      confirm: [],
      notes: [],
      doubts: [],
      edits: [],
      omitted: [],
      attachments: [],
    },
  };
}

const weights: Record<Message['level'], number> = { error: 5, warning: 3, suggestion: 1, info: 0 };

function doubtOf({ missing, fields, confirm }: Pick<ReportedFile, 'missing' | 'fields' | 'confirm'>): number {
  const unsure = fields.filter(({ sure }) => !sure).length;
  return confirm.reduce((sum, { level }) => sum + weights[level], 10 * missing.length + 3 * unsure);
}

function reportMissing({ field, name, searched }: MissingField) {
  return { field, name, searched };
}

function reportMessage({ level, rule, line, column, text }: Message) {
  return { level, rule, line, column, text };
}

function reportDoubts({ decoded, doubts = [] }: ConversionRecord, id: string): ReportedFile['doubts'] {
  const positionOf = positionsIn(decoded);
  return doubts.map(({ name, at, length, page, rival }) => ({
    ...{ line: positionOf(at).line, page, text: excerpt(decoded.slice(at, at + length)) },
    ...(rival !== undefined && { rival: excerpt(rival) }),
    picture: `originals/${id}/${name}`,
  }));
}

function reportEdits({ decoded, edits }: ConversionRecord): ReportedFile['edits'] {
  const positionOf = positionsIn(decoded);
  return [...Map.groupBy(edits, ({ rule }) => rule)].map(([rule, list]) => ({
    rule,
    label: ruleLabels.get(rule) ?? rule,
    tier: list[0]?.tier ?? 1,
    count: list.length,
    examples: list.slice(0, most.examples).map(({ at, before, after }) => ({
      line: positionOf(at).line,
      before: excerpt(before),
      after: excerpt(after),
    })),
  }));
}

function reportOmitted({ decoded, dropped }: ConversionRecord): ReportedFile['omitted'] {
  const positionOf = positionsIn(decoded);
  return [...Map.groupBy(dropped, ({ why }) => why)].map(([why, list]) => ({
    why,
    label: dropLabels[why] ?? why,
    count: list.length,
    examples: list.slice(0, most.examples).map(({ at, length }) => ({
      line: positionOf(at).line,
      text: excerpt(decoded.slice(at, at + length)),
    })),
  }));
}

function excerpt(text: string): string {
  const characters = Array.from(text.slice(0, 2 * most.characters + 2));
  return characters.length > most.characters ? `${characters.slice(0, most.characters).join('')}…` : text;
}
