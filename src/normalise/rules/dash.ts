import { replaceAll, type SuggestedRule } from '../rule.ts';

/** 众创空间一孵化器—加速器: a 一 where its neighbours have a dash. */
export const dash: SuggestedRule = {
  rule: 'dash',
  tier: 3,
  label: '“一”疑为破折号或连接号',
  uses: ['prose', 'heading', 'title'],
  find: (value) =>
    replaceAll(
      value,
      /(?<=\p{Script=Han}{2})一(?=\p{Script=Han}{2,12}[—–－―─])|(?<=[—–－―─]\p{Script=Han}{2,12})一(?=\p{Script=Han}{2})/gu,
      () => '—',
    ),
};
