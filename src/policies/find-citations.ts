import type { Block } from '../markdown/block.ts';
import type { CitingLetter, PolicyCitation } from './citation.ts';
import { isCalledProposal, isIssued, isProposed, issuingLevel, sentenceAround } from './citation-context.ts';
import { cleanName } from './clean-name.ts';
import { findDeclaration } from './declarations.ts';
import { findNumbers, type FoundNumber } from './document-numbers.ts';
import { foldForTitles } from './folded-text.ts';
import { findMarkedTitles, findQuotedTitles } from './marked-titles.ts';
import { openMentions, type Mention } from './mentions.ts';
import { attachNumbers, type NumberedTitle } from './numbered-titles.ts';
import { letterPlaces, policyKey } from './policy-key.ts';
import { isCorrespondence, isProposalTitle, isShortTitle, titleKind } from './title-kind.ts';

/** A block without any of these cites nothing. */
const citing =
  /[《«≪⟪]|号|关于[^”"」』]{2,60}[”"」』]|(?:GB|DB|JGJ|CJJ|HJ|JTG|NY|SL|WS|AQ|GA|MZ|LY|YY|TB|DL|TD|CECS)[ \w/]{0,8}[\d.]+ ?[-—–－]/u;
/** No letter cites more; one that seems to is hostile. */
const most = 500;

/**
 * Finds what policies a letter cites: laws, regulations, plans, notices, opinions and standards that are named in 《》 or
 * by their number. Not the proposal that it answers, nor books, newspapers and contracts. A short title (《办法》) is that
 * of the policy for which the letter declares it or, if one only ends so, of that; else it is left out.
 *
 * @param blocks The blocks of the letter, in reading order.
 * @returns In reading order; a policy that is cited again is there again.
 */
export function findCitations(blocks: readonly Block[], letter: CitingLetter): PolicyCitation[] {
  const citations: PolicyCitation[] = [];
  const mentions = openMentions();
  const places = letterPlaces(letter);
  const own = ownTitles(letter);
  for (const { id, text } of blocks) {
    if (!citing.test(text)) continue;
    const folded = foldForTitles(text);
    const cite = (at: number, end: number, { name, number, key }: Mention) => {
      if (citations.length === most) return;
      citations.push({
        anchor: id,
        text: text.slice(at, end),
        name,
        ...(number !== undefined && { number }),
        key,
        sentence: sentenceAround(text, at, end),
      });
    };
    const { titles, alone } = attachNumbers(
      folded,
      [...findMarkedTitles(folded), ...findQuotedTitles(folded)].sort((a, b) => a.at - b.at),
      findNumbers(folded),
    );
    const pending: (NumberedTitle | FoundNumber)[] = [...titles, ...alone].sort((a, b) => a.at - b.at);
    for (const item of pending) {
      if ('title' in item) {
        const mention = readTitle(text, folded, item, id);
        if (mention) cite(item.at, item.end, mention);
      } else if (isCitedNumber(folded, item)) {
        const mention = mentions.numbered(item.number) ?? nameByNumber(item.number);
        cite(item.at, item.end, mention);
        mentions.declare(findDeclaration(folded, item.end), mention);
      }
    }
  }
  return citations;

  /** @returns undefined for what is no policy, or no certain one. */
  function readTitle(text: string, folded: string, item: NumberedTitle, block: string): Mention | undefined {
    const { title, number, version } = item;
    const before = folded.slice(Math.max(0, item.at - 60), item.at);
    const after = folded.slice(item.end, item.end + 60);
    if (/(?:简称|下称|统称|称为?)[：为]?[“"]?$/u.test(before)) return undefined;
    const bare = (title + version).replace(/ +/gu, '');
    const declared = findDeclaration(folded, item.after);
    const refuse = () => {
      mentions.declare(declared, undefined);
    };
    if (own.has(bare) || isProposed(before, after) || isCalledProposal(after) || isProposalTitle(bare)) {
      refuse();
      return undefined;
    }
    const known = mentions.short(bare, isShortTitle(bare), block);
    if (known !== 'unknown' && (number === undefined || number === known?.number)) return known;
    const mention = isShortTitle(bare) ? mentionByNumber(number) : readFullTitle();
    if (mention) return mentions.add(mention, declared, block);
    refuse();
    return undefined;

    function readFullTitle(): Mention | undefined {
      const kind = titleKind(bare);
      const named = number !== undefined && !isCorrespondence(bare);
      if (kind !== 'certain' && !named && !(kind === 'likely' && isIssued(before))) return undefined;
      const from = item.at + 1;
      const written = text.slice(from, from + title.length);
      const name = cleanName(written + text.slice(item.end - version.length, item.end));
      const key = policyKey(name, { places, level: issuingLevel(before) });
      return { name, ...(number !== undefined && { number }), key };
    }
  }

  function mentionByNumber(number: string | undefined): Mention | undefined {
    return number === undefined ? undefined : (mentions.numbered(number) ?? nameByNumber(number));
  }

  function isCitedNumber(folded: string, { at, end, number }: FoundNumber): boolean {
    if (own.has(number)) return false;
    // A line of the header that stayed in the body.
    if (at === 0 && folded.length - end <= 12 && !/[，。；]/u.test(folded)) return false;
    const before = folded.slice(Math.max(0, at - 24), at);
    if (/^[）〕]? ?(?:的?(?:提案|建议|议案|答复|复函|合同|案))/u.test(folded.slice(end, end + 6)))
      return false;
    return !/(?:提案|建议|议案|答复|复函|来函|来文|回复|编号|合同|证号|案号|文号|字号|索引号|许可证)[^。；，、]{0,6}$/u.test(
      before,
    );
  }
}

function nameByNumber(number: string): Mention {
  return { name: number, number, key: policyKey(number) };
}

/** What a letter calls itself and the proposal that it answers. */
function ownTitles({ title, documentNumber, proposal }: CitingLetter): Set<string> {
  const numbers = documentNumber === undefined ? [] : findNumbers(foldForTitles(documentNumber));
  return new Set([
    foldForTitles(title).replace(/ +/gu, ''),
    ...(proposal?.title === undefined ? [] : [foldForTitles(proposal.title).replace(/ +/gu, '')]),
    ...numbers.map(({ number }) => number),
  ]);
}
