import type { Suggestion } from '../normalise/normalisation.ts';
import type { OffsetMessage } from '../recognise/recognised.ts';

/** A suggestion as a message for the editor, with some of the text around it. */
export function describeSuggestion(decoded: string, suggestion: Suggestion): OffsetMessage {
  const { at, end, rule, label, before, after } = suggestion;
  const left = decoded.slice(Math.max(0, at - 8), at).replace(/^.*\n/su, '');
  const right = decoded.slice(end, end + 8).split('\n', 1)[0] ?? '';
  return {
    level: 'suggestion',
    rule,
    at,
    text: `${label}：“${left}${before}${right}”中的“${before}”${after === '' ? '可删' : `可改为“${after}”`}。确认后用 --accept ${rule}。`,
    suggestion: after,
  };
}
