/** How grave a message is. An error keeps the file from being converted. */
export type MessageLevel = 'error' | 'warning' | 'suggestion' | 'info';

/** What an editor should know about a message code, in Chinese, for the guide. */
export interface CodeDescription {
  /** The level of its messages; the first where it depends on the place. */
  level: MessageLevel | readonly [MessageLevel, ...MessageLevel[]];
  /** What was found, in one sentence. */
  meaning: string;
  /** What to do about it. */
  advice: string;
}
