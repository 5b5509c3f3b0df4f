import type { Frontmatter } from '../reply/frontmatter.ts';
import { readOpening } from '../reply/opening.ts';
import type { Span } from '../reply/span.ts';
import type { Evidence } from './evidence.ts';
import type { Findings } from './findings.ts';
import type { Line } from './lines.ts';
import type { Pieces } from './pieces.ts';
import { positionAt } from './position.ts';
import type { Ledger } from './recognise/ledger.ts';
import { settleProposal, type ProposalSource } from './recognise/proposal.ts';
import { rangeOf, type Range, type View } from './view.ts';

/** The frontmatter: values cut out of the page, and what title, salutation, opening and signature state. */
export function fillFrontmatter(
  ledger: Ledger,
  lines: readonly Line[],
  findings: Findings,
  pieces: Pieces,
): { frontmatter: Partial<Frontmatter>; evidence: Evidence[] } {
  const { signature, title, issuer, signedOn } = findings;
  const evidence: Evidence[] = [];
  const say = (field: string, value: string, from: string, at: number, sure = true) => {
    evidence.push({ field, value, from, line: positionAt(ledger.decoded, at).line, sure });
  };
  for (const value of pieces.values)
    say(value.field, value.text.replaceAll('\n', '、'), value.from, value.range.at, value.sure);
  const value = (field: string) => pieces.values.find((one) => one.field === field)?.text;
  const cutFrom = (view: View) => (span: Span) => pieces.cut(rangeOf(view, span));

  const categories = pieces.values
    .filter(({ field }) => field === 'categories')
    .flatMap(({ text }) => text.split('\n').filter((part) => part !== ''));
  const named = title?.read.issuer;
  const signer = signature?.agencies[0];
  const place =
    issuer?.from === '标题'
      ? title && named && rangeOf(title.view, named)
      : signer && lineRange(lines, signer);
  // Spaces that normalising left in a title part several agencies.
  const cutIssuer = issuer && place && pieces.cut(place);
  const statedIssuer = issuer?.from === '署名' && cutIssuer !== undefined ? squeezed(cutIssuer) : cutIssuer;
  if (issuer && place && statedIssuer !== undefined) say('issuer', statedIssuer, issuer.from, place.at);
  if (signedOn !== undefined && signature?.date)
    say('issuedOn', signedOn, '落款', lines[signature.date.line]?.at ?? 0, !signature.date.reading.damaged);
  const number = title?.read.documentNumber;
  const titleNumber = number && pieces.cut(rangeOf(title.view, number));
  const titleOutcome = value('outcome') === undefined ? title?.read.outcome?.text : undefined;

  const opening = readOpeningOf(findings, lines);
  const sources: ProposalSource[] = [
    ...(title
      ? [{ reference: title.read.reference, cut: cutFrom(title.view), from: '标题' as const, at: title.at }]
      : []),
    ...(opening
      ? [
          {
            reference: opening.read.reference,
            cut: cutFrom(opening.view),
            from: '正文开头' as const,
            at: opening.at,
          },
        ]
      : []),
  ];
  const proposal = settleProposal(
    ledger,
    sources,
    opening && { ...opening.read, cut: cutFrom(opening.view) },
    findings.outline.salutation?.read,
    title?.read.cited && pieces.cut(rangeOf(title.view, title.read.cited)),
  );
  for (const [key, stated] of Object.entries(proposal ?? {})) {
    const source = key === 'title' ? sources.at(-1) : sources[0];
    say(`proposal.${key}`, String(stated), source?.from ?? '', source?.at ?? 0);
  }
  const recipients = recipientsOf(findings, pieces);
  if (recipients.length > 0)
    say('recipients', recipients.join('、'), '称谓', lines[findings.outline.start]?.at ?? 0);
  const signatories = (signature?.agencies ?? []).map((one) => squeezed(pieces.cut(lineRange(lines, one))));
  if (signatories.length > 0)
    say('signatories', signatories.join('、'), '署名', signer ? lineRange(lines, signer).at : 0);
  const role = title?.read.role ?? opening?.read.role;

  const text = (field: keyof Frontmatter, stated: string | undefined) =>
    stated === undefined ? {} : { [field]: stated };
  const frontmatter: Partial<Frontmatter> = {
    ...text('title', value('title')),
    ...text('indexNumber', value('indexNumber')),
    ...text('documentNumber', value('documentNumber') ?? titleNumber),
    ...text('issuer', value('issuer') ?? statedIssuer),
    ...(categories.length > 0 && { categories }),
    ...text('issuedOn', value('issuedOn') ?? signedOn),
    ...text('publishedOn', value('publishedOn')),
    ...(proposal && { proposal }),
    ...(recipients.length > 0 && { recipients }),
    ...(role && { role }),
    ...text('outcome', value('outcome') ?? titleOutcome),
    ...text('disclosure', value('disclosure')),
    ...(signatories.length > 0 && { signatories }),
  };
  return { frontmatter, evidence };
}

/**
 * The opening paragraph, read; where it stands on the salutation's line, the part behind that. Where it
 * does not cite the proposal (您的建议收悉), the next paragraph may (您提出的关于…).
 */
function readOpeningOf({ outline, pieces }: Findings, lines: readonly Line[]) {
  const salutation = outline.opening === outline.salutation?.line ? outline.salutation : undefined;
  const at = (index: number) => {
    const line = lines[index];
    const kept = line && pieces.some((piece) => piece.at <= line.at && line.at < piece.end);
    if (!line || !kept) return undefined;
    const view =
      salutation && index === outline.opening ? slice(salutation.view, salutation.read.length) : line.tight;
    return { read: readOpening(view.text), view, at: view.starts[0] ?? line.at };
  };
  if (outline.opening === undefined) return undefined;
  const first = at(outline.opening);
  const next = first && !first.read.title && !first.read.several ? at(outline.opening + 1) : undefined;
  return next?.read.title && /^[您你]们?(?:所提|提)/u.test(next.view.text) ? next : first;
}

function slice(view: View, from: number): View {
  return { text: view.text.slice(from), starts: view.starts.slice(from), ends: view.ends.slice(from) };
}

function recipientsOf({ outline: { salutation } }: Findings, pieces: Pieces): string[] {
  return (
    salutation?.read.recipients.map((span) => squeezed(pieces.cut(rangeOf(salutation.view, span)))) ?? []
  );
}

function lineRange(lines: readonly Line[], { line, span }: { line: number; span: Span }): Range {
  const found = lines[line];
  return found ? rangeOf(found.tight, span) : { at: 0, end: 0 };
}

/** A name without the spaces that pad it. */
function squeezed(text: string): string {
  return text.replace(/\s+/gu, '');
}
