import { expect, test } from 'vitest';
import { agencyPlace } from './agency-place.ts';

test.each([
  ['云岭省发展和改革委员会', '云岭省'],
  ['云岭省青岚市教育局', '云岭省'],
  ['广州市白云区人民政府', '广州市'],
  ['西藏自治区教育厅', '西藏自治区'],
  ['延边朝鲜族自治州财政局', '延边朝鲜族自治州'],
  ['锡林郭勒盟行政公署', '锡林郭勒盟'],
  ['白鹭区市场监督管理局', '白鹭区'],
  ['贵州省教育厅', '贵州省'],
  ['通州区水利局', '通州区'],
  ['单县公安局', '单县'],
  ['高新区管理委员会', '高新区'],
  ['苏州工业园区管理委员会', '苏州'],
  ['石榴县社区服务中心', '石榴县'],
])('%s begins with %s', (issuer, expected) => {
  expect(agencyPlace(issuer)).toBe(expected);
});

test.each([
  '省教育厅',
  '市场监督管理局',
  '住房和城市建设管理局',
  '全国人大常委会办公厅',
  '国家税务总局云岭省税务局',
  '社区服务中心',
  '区域合作办公室',
  '教育局',
])('%s begins with no place', (issuer) => {
  expect(agencyPlace(issuer)).toBeUndefined();
});
