import type { Way } from './letter-lists.ts';

/** The Chinese names of the ways into the archive. */
export const wayText: Record<Way, { title: string; noun: string; unit: string }> = {
  years: { title: '按年浏览', noun: '年份', unit: '年' },
  places: { title: '按地区浏览', noun: '地区', unit: '个地区' },
  sessions: { title: '按会议浏览', noun: '会议', unit: '次会议' },
  agencies: { title: '按机关浏览', noun: '机关', unit: '个机关' },
  kinds: { title: '按类别浏览', noun: '类别', unit: '类' },
};
