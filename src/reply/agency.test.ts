import { describe, expect, test } from 'vitest';
import { isAgency, isGovernment, isSameAgency } from './agency.ts';

describe('the name of an agency', () => {
  test.each([
    '云溪市教育局',
    '吉林省发展改革委',
    '农业农村部',
    '水利局',
    '市发改委(市粮储局)',
    '云溪区郭扶镇人民政府',
    '交警潘集大队',
    '中共云溪市委组织部',
    '云溪经济技术开发区管理委员会',
    '国网云溪供电公司',
    '国家税务总局云溪市税务局',
    '云溪市公安局(盖章)',
    '县委政法委',
    '云溪街道办事处',
    '会宁县文化馆',
    '云溪市人民检察院',
  ])('%s', (text) => {
    expect(isAgency(text)).toBe(true);
  });

  test.each([
    '此致敬礼',
    '关于加强管理的提案办理工作会',
    '感谢您对我们工作的支持',
    '首页',
    '局',
    '特此函复',
    '一、加强组织领导',
    '版权所有:云溪市教育局',
    '市人大代表',
    '附件下载',
    '云溪市教育局、云溪市财政局',
  ])('%s is none', (text) => {
    expect(isAgency(text)).toBe(false);
  });

  test('two names can be one agency when the shorter leaves out what the longer states', () => {
    expect(isSameAgency('省发展改革委', '吉林省发展改革委')).toBe(true);
    expect(isSameAgency('云溪市教育局', '教育局')).toBe(true);
    expect(isSameAgency('市发展改革委', '云溪市发展和改革委')).toBe(true);
    expect(isSameAgency('市卫生健康委', '云溪市卫生健康委员会')).toBe(true);
    expect(isSameAgency('云溪市教育局', '云溪市财政局')).toBe(false);
    expect(isSameAgency('云溪市政府', '云溪市公安局')).toBe(false);
  });

  test('a government is distinguished from its departments', () => {
    expect(isGovernment('云溪市人民政府')).toBe(true);
    expect(isGovernment('云溪市政府办公室')).toBe(true);
    expect(isGovernment('云溪市教育局')).toBe(false);
  });
});
