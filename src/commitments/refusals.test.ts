import { expect, test } from 'vitest';
import { isRefusal } from './refusals.ts';

// All sentences here are invented (虚构).
test.each([
  '目前没有这方面的资金，暂时不能解决。',
  '该路段不具备设置信号灯的条件。',
  '经研究，您的建议暂不采纳，暂不增设站点。',
  '目前财政困难，无资金安排该项目。',
  '该地块不符合规划要求。',
  '小区由物业保洁，因此京环公司无法在此设立垃圾桶。',
  '该路口不符合《道路交通信号灯设置与安装规范》和国家标准的要求，不予安装红绿灯。',
  '我区不适宜全域纳入示范区，原因如下：',
  '如果改为立体停车场，需各部门论证，报区政府同意，目前暂不具备实施条件。',
  '路线由我局与环保局商定，不能予以更改。',
])('a refusal: %s', (text) => {
  expect(isRefusal(text)).toBe(true);
});

test.each([
  '对不符合条件的企业，不予受理。',
  '该路段通行能力不足。',
  '我们不断改进工作。',
  '本项目如果申请人不符合条件，不予批准。',
  '凡违反规定的车辆一律不予放行。',
])('none: %s', (text) => {
  expect(isRefusal(text)).toBe(false);
});
