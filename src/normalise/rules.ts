import { fieldNames } from '../reply/field-names.ts';
import { settableFields } from '../reply/settable-fields.ts';
import { canonicalDate, canonicalOutcome, documentNumberBrackets } from './rules/canonical-value.ts';
import { digitSpace } from './rules/digit-space.ts';
import { fullWidth } from './rules/full-width.ts';
import { htmlEntity } from './rules/html-entity.ts';
import { sourceWrap } from './rules/source-wrap.ts';
import { controlCharacter, unicodeLineEnd, zeroWidth } from './rules/invisible.ts';
import { kangxiRadical } from './rules/kangxi-radical.ts';
import { softWrap, titleJoin } from './rules/line-join.ts';
import { quotationMarks } from './rules/quotation-marks.ts';
import type { NormalisationRule, SuggestedRule } from './rule.ts';
import { pinyinTails } from './rules/pinyin-tail.ts';
import { hanSpace } from './rules/stray-space.ts';
import { yearBrackets } from './rules/year-brackets.ts';
import { dash } from './rules/dash.ts';
import { yearZero } from './rules/year-zero.ts';
import { misreadDigit } from './rules/misread-digit.ts';
import { spacedOut } from './rules/spaced-out.ts';
import { leadingZero } from './rules/leading-zero.ts';
import { lookalike } from './rules/lookalike.ts';
import { doubledWord } from './rules/doubled-word.ts';
import { identifierSpace, listSeparator } from './rules/value-space.ts';

/** Applied and logged, in this order: tier 1 to every received text, tier 2 to text without typesetting. */
export const appliedRules: readonly NormalisationRule[] = [
  zeroWidth,
  sourceWrap,
  controlCharacter,
  unicodeLineEnd,
  htmlEntity,
  kangxiRadical,
  spacedOut,
  titleJoin,
  softWrap,
  canonicalDate,
  canonicalOutcome,
  identifierSpace,
  documentNumberBrackets,
  listSeparator,
  hanSpace,
  digitSpace,
  quotationMarks,
  fullWidth,
];

/** Suggested only; an editor confirms them (`--accept RULE`). */
export const suggestedRules: readonly SuggestedRule[] = [
  pinyinTails,
  yearBrackets,
  dash,
  yearZero,
  leadingZero,
  misreadDigit,
  lookalike,
  doubledWord,
];

/** Chinese names of all rules, those of the white space between pieces included. */
export const ruleLabels: ReadonlyMap<string, string> = new Map([
  ['byte-order-mark', '删去字节顺序标记'],
  ['line-end', '换行符改为 LF'],
  ['indentation', '删去行首行末空白'],
  ['fused-line', '连成一行的各段分开'],
  ...settableFields.map((field) => [`set-${field}`, `编辑填写${fieldNames[field] ?? ''}`] as const),
  ...[...appliedRules, ...suggestedRules].map(({ rule, label }) => [rule, label] as const),
]);
