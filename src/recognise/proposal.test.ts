import { expect, test } from 'vitest';
import { findReference } from '../reply/proposal-reference.ts';
import { settleProposal, type ProposalSource } from './proposal.ts';

function source(from: ProposalSource['from'], text: string, at = 0): ProposalSource {
  return { from, at, reference: findReference(text), textOf: (span) => span.text };
}

function proposalOf(...sources: ProposalSource[]) {
  const { value, messages } = settleProposal(sources, undefined, undefined, undefined, {});
  return { ...value, messages: messages.map(({ rule, at }) => [rule, at]) };
}

const title = source('标题', '县政协八届三次会议第064号提案');

test('the title wins, and numbers that differ only in leading zeros agree', () => {
  expect(proposalOf(title, source('正文开头', '第64号提案'))).toEqual({
    assembly: '政协',
    scope: '县',
    term: 8,
    session: 3,
    number: '064',
    kind: '提案',
    messages: [],
  });
});

test('numbers that contradict each other are left out and reported at the second', () => {
  const other = proposalOf(title, source('正文开头', '县政协八届二次会议第46号提案', 70));
  expect(other).not.toHaveProperty('number');
  expect(other).not.toHaveProperty('session');
  expect(other).toMatchObject({
    term: 8,
    messages: [
      ['contradiction', 70],
      ['contradiction', 70],
    ],
  });
});

test('a letter that answers several proposals has no number', () => {
  expect(proposalOf(source('标题', '县政协八届三次会议第64、65号提案', 3))).toMatchObject({
    messages: [['several-proposals', 3]],
  });
});
