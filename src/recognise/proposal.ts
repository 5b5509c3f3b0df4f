import type { Proposal } from '../reply/frontmatter.ts';
import type { Meeting } from '../reply/meeting.ts';
import type { Opening } from '../reply/opening.ts';
import { hasMisreadDigits, type ProposalReference } from '../reply/proposal-reference.ts';
import type { Span } from '../reply/span.ts';
import type { Salutation } from '../reply/salutation.ts';
import { combine, recognised, report, type Account, type Recognised } from './recognised.ts';

/** A passage that speaks of the proposal. */
export interface ProposalSource {
  reference: ProposalReference;
  /** The published text of a span of this source. */
  textOf: (span: Span) => string;
  from: '标题' | '正文开头' | '信息表';
  at: number;
}

/** The opening as a source of the proposal. */
export interface OpeningSource extends ProposalSource {
  read: Opening;
}

/**
 * The proposal that a letter answers. Sources come in order of precedence: the title wins, the opening
 * fills in. Numbers that contradict each other are left out.
 *
 * @param cited The proposal's title as the letter's own title cites it.
 * @param form What the form above the letter adds.
 */
export function settleProposal(
  sources: readonly ProposalSource[],
  source: OpeningSource | undefined,
  salutation: Salutation | undefined,
  cited: string | undefined,
  form: Pick<Proposal, 'kind' | 'title'>,
): Recognised<Proposal | undefined> {
  const opening = source?.read;
  const number = settleNumber(sources);
  const term = settleInMeeting('届', sources, (meeting) => meeting.term);
  const session = settleInMeeting('次会议', sources, (meeting) => meeting.session);
  const assembly = sources.map(assemblyOf).find((one) => one !== undefined);
  const scope = scopeOf(sources);
  const own = sources.find(({ from }) => from === '标题')?.reference.kind;
  const kind = statedKind(own, opening, salutation) ?? form.kind;
  const title = opening?.title ? source?.textOf(opening.title) : (cited ?? form.title);
  const proposal: Proposal = {
    ...(assembly && { assembly }),
    ...(scope !== undefined && { scope }),
    ...(term.value !== undefined && { term: term.value }),
    ...(session.value !== undefined && { session: session.value }),
    ...(number.value !== undefined && { number: number.value }),
    ...(kind && { kind }),
    ...(title !== undefined && title !== '' && { title }),
  };
  return recognised(Object.keys(proposal).length === 0 ? undefined : proposal, [
    number,
    term,
    session,
    ...sources.filter(({ reference }) => reference.meeting?.standing).map(reportStanding),
    ...(opening?.several ? [reportSeveralTitles(sources)] : []),
  ]);
}

/** The number; none where several proposals are answered together. */
function settleNumber(sources: readonly ProposalSource[]): Recognised<string | undefined> {
  if (!sources.some(({ reference }) => reference.several)) {
    const numbers = combine(sources.map(numberOf));
    const stated = sources.map((source, index) => ({ source, value: numbers.value[index] }));
    const number = agreed('提案（建议）编号', stated);
    return recognised(number.value, [numbers, number]);
  }
  const text = '一并答复多件提案（建议），编号未填。请编辑补充。';
  return recognised(undefined, [report('several-proposals', sources[0]?.at ?? 0, text)]);
}

function settleInMeeting(
  name: string,
  sources: readonly ProposalSource[],
  read: (meeting: Meeting) => number | undefined,
): Recognised<number | undefined> {
  const stated = sources.map((source) => {
    const { meeting } = source.reference;
    return { source, value: meeting && read(meeting) };
  });
  return agreed(name, stated);
}

function reportStanding({ at, from }: ProposalSource): Account {
  const text = `${from}写的是常委会一类的会议，不是全体会议，次会议未取。请核对后补充。`;
  return report('standing-committee', at, text);
}

function reportSeveralTitles(sources: readonly ProposalSource[]): Account {
  const text = '正文开头引用了多件案由，案由未填。请编辑补充。';
  return report('several-proposals', sources.at(-1)?.at ?? 0, text);
}

/** The number of a source; one with misread digits counts only as an editor has confirmed it. */
function numberOf({ reference, textOf, from, at }: ProposalSource): Recognised<string | undefined> {
  const span = reference.number;
  if (!span || !hasMisreadDigits(span.text)) return recognised(span?.text);
  const confirmed = textOf(span);
  if (!hasMisreadDigits(confirmed)) return recognised(confirmed);
  const text = `${from}中的编号“${span.text}”疑有误认的数字，编号未填。请核对原件后用 --accept misread-digit。`;
  return recognised(undefined, [report('misread-number', at, text)]);
}

function assemblyOf({ reference }: ProposalSource): Proposal['assembly'] {
  return reference.meeting?.assembly ?? reference.assembly;
}

/** The scope as written in the first source that names an assembly. */
function scopeOf(sources: readonly ProposalSource[]): string | undefined {
  const source = sources.find(assemblyOf);
  const span = source?.reference.meeting?.scope ?? source?.reference.scope;
  return span && source?.textOf(span);
}

/**
 * 提案, 建议 or 议案. The title wins. The word 建议 in an opening without a number may end the cited title of a
 * 政协 member's 提案, so it gives nothing there.
 */
export function statedKind(
  title: Proposal['kind'],
  opening: Opening | undefined,
  salutation: Salutation | undefined,
): Proposal['kind'] {
  if (title) return title;
  const kind = opening?.reference.kind;
  const member = salutation?.to === '委员' || opening?.reference.meeting?.assembly === '政协';
  return kind === '建议' && member && !opening?.reference.number ? undefined : kind;
}

/** The value on which all sources that state one agree; numbers are compared without leading zeros. */
function agreed<T extends string | number>(
  name: string,
  all: readonly { source: ProposalSource; value: T | undefined }[],
): Recognised<T | undefined> {
  const stated = all.flatMap(({ source, value }) => (value === undefined ? [] : [{ source, value }]));
  const values = new Set(stated.map(({ value }) => String(value).replace(/^0+(?=\d)/, '')));
  if (values.size <= 1) return recognised(stated[0]?.value);
  const written = stated.map(({ value, source }) => `${source.from}作“${value}”`).join('，');
  const text = `${name}不一致（${written}），未采用。请核对原件后填写。`;
  return recognised(undefined, [report('contradiction', stated[1]?.source.at ?? 0, text)]);
}
