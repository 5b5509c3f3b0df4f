import { conversionCodes, suggestionCodes } from './message-codes/conversion.ts';
import type { CodeDescription, MessageLevel } from './message-codes/description.ts';
import { failureCodes } from './message-codes/failure.ts';
import { readingCodes } from './message-codes/reading.ts';
import { recognitionCodes } from './message-codes/recognition.ts';
import { readErrorCodes, saveRefusalCodes } from './message-codes/refusal.ts';

export type { CodeDescription, MessageLevel };

/** All codes of messages and errors, by where they arise. Codes are stable: scripts and records hold them. */
export const codeGroups: readonly { heading: string; codes: Readonly<Record<string, CodeDescription>> }[] = [
  { heading: '读取文件时', codes: readingCodes },
  { heading: '识别各项时', codes: recognitionCodes },
  { heading: '整件转换时', codes: conversionCodes },
  { heading: '建议的修改', codes: suggestionCodes },
  { heading: '不能转换的文件', codes: readErrorCodes },
  { heading: '不写入的答复', codes: saveRefusalCodes },
  { heading: '其他错误', codes: failureCodes },
];

/** The code of a message in a record. */
export type MessageCode =
  keyof typeof readingCodes | keyof typeof recognitionCodes | keyof typeof conversionCodes | SuggestionCode;

/** The code of a suggestion, which is the rule that makes the edit. */
export type SuggestionCode = keyof typeof suggestionCodes;

/** Why a file cannot be read as a letter. */
export type ReadErrorCode = keyof typeof readErrorCodes;

/** Why a letter is not written into the archive. */
export type SaveRefusalCode = keyof typeof saveRefusalCodes;

/** Why a conversion failed for a reason that is not in the received file. */
export type FailureCode = keyof typeof failureCodes;

/** The code of an error that ends the conversion of a file. */
export type ErrorCode = ReadErrorCode | SaveRefusalCode | FailureCode;

/** What each code means. */
export const messageCodes: Readonly<Record<MessageCode | ErrorCode, CodeDescription>> = {
  ...readingCodes,
  ...recognitionCodes,
  ...conversionCodes,
  ...suggestionCodes,
  ...readErrorCodes,
  ...saveRefusalCodes,
  ...failureCodes,
};

/** The usual level of a code. */
export function levelOf(code: MessageCode | ErrorCode): MessageLevel {
  const { level } = messageCodes[code];
  return typeof level === 'string' ? level : level[0];
}
