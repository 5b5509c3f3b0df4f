import { expect, test } from 'vitest';
import { listHeaderFacts } from './header-facts.ts';

test('the header block follows the disclosure catalogue and has dates in Chinese', () => {
  const facts = listHeaderFacts(
    {
      title: '对省政协十二届二次会议第283号委员提案的答复',
      indexNumber: '1122000001354439X3/2019-04623',
      issuer: '吉林省发展改革委',
      categories: ['委员提案', '议案'],
      issuedOn: '2019-06-10',
      recipients: ['魏兰'],
    },
    {},
  );
  expect(facts).toEqual([
    { label: '索引号', value: '1122000001354439X3/2019-04623' },
    { label: '分类', value: '委员提案；议案' },
    { label: '发文机关', value: '吉林省发展改革委' },
    { label: '地区', value: '吉林省（据发文机关推定）' },
    { label: '成文日期', value: '2019年6月10日', day: '2019-06-10' },
    { label: '主送', value: '魏兰' },
  ]);
});

test('a stated place is shown as it is', () => {
  const facts = listHeaderFacts({ title: '题', issuer: '教育局', place: '青岚市' }, {});
  expect(facts).toContainEqual({ label: '地区', value: '青岚市' });
});

test('an outcome is shown with its local meaning if site.yml gives one', () => {
  const letter = { title: '题', issuer: '机关', outcome: 'A', proposal: { assembly: '政协' } } as const;
  expect(listHeaderFacts(letter, { 政协: { A: '已经解决' } }).at(-1)?.value).toBe('A 类（已经解决）');
  expect(listHeaderFacts(letter, {}).at(-1)?.value).toBe('A 类');
});
