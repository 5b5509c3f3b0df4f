import type { Proposal } from '../reply/frontmatter.ts';
import type { Meeting } from '../reply/meeting.ts';
import type { Opening } from '../reply/opening.ts';
import { isWornNumber, type ProposalReference } from '../reply/proposal-reference.ts';
import type { Span } from '../reply/span.ts';
import type { Salutation } from '../reply/salutation.ts';
import { tell, type Ledger } from './ledger.ts';

/** One place that speaks of the proposal: the title, or the letter's opening. */
export interface ProposalSource {
  reference: ProposalReference;
  /** The published text behind a span of this source. */
  cut: (span: Span) => string;
  from: '标题' | '正文开头' | '信息表';
  at: number;
}

/**
 * The proposal that a letter answers. The title's statements win, the opening fills in; numbers that
 * contradict each other are left out.
 *
 * @param cited The proposal's title as the letter's own title cites it.
 * @param form What the form above the letter says where the letter does not.
 */
export function settleProposal(
  ledger: Ledger,
  sources: readonly ProposalSource[],
  source: (ProposalSource & { read: Opening }) | undefined,
  salutation: Salutation | undefined,
  cited: string | undefined,
  form: Pick<Proposal, 'kind' | 'title'>,
): Proposal | undefined {
  const opening = source?.read;
  const first = <T>(read: (one: ProposalSource) => T | undefined): T | undefined =>
    sources.map(read).find((value) => value !== undefined);
  const whole = (name: string, read: (meeting: Meeting) => number | undefined) =>
    agreed(ledger, name, sources, ({ reference }) => reference.meeting && read(reference.meeting));
  const number = sources.some(({ reference }) => reference.several)
    ? undefined
    : agreed(ledger, '提案（建议）编号', sources, (one) => numberOf(ledger, one));
  if (sources.some(({ reference }) => reference.several))
    tell(
      ledger,
      'warning',
      'several-proposals',
      sources[0]?.at ?? 0,
      '一并答复多件提案（建议），编号未填。请编辑补充。',
    );
  const term = whole('届', (meeting) => meeting.term);
  const session = whole('次会议', (meeting) => meeting.session);
  const assembly = first(({ reference }) => reference.meeting?.assembly ?? reference.assembly);
  const scope = scopeOf(sources);
  const own = sources.find(({ from }) => from === '标题')?.reference.kind;
  const kind = statedKind(own, opening, salutation) ?? form.kind;
  const title = opening?.title ? source?.cut(opening.title) : (cited ?? form.title);
  if (opening?.several)
    tell(
      ledger,
      'warning',
      'several-proposals',
      sources.at(-1)?.at ?? 0,
      '正文开头引用了多件案由，案由未填。请编辑补充。',
    );
  const proposal: Proposal = {
    ...(assembly && { assembly }),
    ...(scope !== undefined && { scope }),
    ...(term !== undefined && { term }),
    ...(session !== undefined && { session }),
    ...(number !== undefined && { number }),
    ...(kind && { kind }),
    ...(title !== undefined && title !== '' && { title }),
  };
  return Object.keys(proposal).length === 0 ? undefined : proposal;
}

/** The number of a source; one with misread digits counts only as an editor has confirmed it. */
function numberOf(ledger: Ledger, { reference, cut, from, at }: ProposalSource): string | undefined {
  const span = reference.number;
  if (!span || !isWornNumber(span.text)) return span?.text;
  const confirmed = cut(span);
  if (!isWornNumber(confirmed)) return confirmed;
  const told = `${from}中的编号“${span.text}”疑有误认的数字，编号未填。请核对原件后用 --accept misread-digit。`;
  tell(ledger, 'warning', 'misread-number', at, told);
  return undefined;
}

/** The scope belongs to the source that names the assembly: the title's says 省 where the opening may say more. */
function scopeOf(sources: readonly ProposalSource[]): string | undefined {
  const source = sources.find(({ reference }) => reference.meeting?.assembly ?? reference.assembly);
  const span = source?.reference.meeting?.scope ?? source?.reference.scope;
  return span && source?.cut(span);
}

/**
 * 提案, 建议 or 议案. The title wins. A cited title that ends in 建议 does not make a member's 提案 one: then
 * nothing is said.
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

/** The value that all sources which state one agree on; numbers are compared without leading zeros. */
function agreed<T extends string | number>(
  ledger: Ledger,
  name: string,
  sources: readonly ProposalSource[],
  read: (source: ProposalSource) => T | undefined,
): T | undefined {
  const stated = sources.flatMap((source) => {
    const value = read(source);
    return value === undefined ? [] : [{ value, source }];
  });
  const values = new Set(stated.map(({ value }) => String(value).replace(/^0+(?=\d)/, '')));
  if (values.size <= 1) return stated[0]?.value;
  const said = stated.map(({ value, source }) => `${source.from}作“${value}”`).join('，');
  tell(
    ledger,
    'warning',
    'contradiction',
    stated[1]?.source.at ?? 0,
    `${name}不一致（${said}），未采用。请核对原件后填写。`,
  );
  return undefined;
}
