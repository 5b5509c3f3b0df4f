import { z } from 'zod';
import { sessionsSchema } from './known-session.ts';
import { outcomeClass } from './outcome-class.ts';
import { synonymsSchema } from './synonyms.ts';

const line = z.string().trim().min(1, '不能为空');

/** `content/site.yml`: what is the same for every page of an edition. */
export const siteSchema = z.strictObject({
  name: line,
  description: line,
  /** Public address of the edition, with a closing slash; absent where there is none. */
  url: z
    .url({ protocol: /^https?$/, error: '应是 http 或 https 网址' })
    .regex(/\/$/, '应以 / 结尾')
    .optional(),
  /** Who keeps this archive. */
  owner: line,
  licence: z.strictObject({ name: line, url: z.url({ protocol: /^https?$/ }).optional() }),
  /** Public source repository, for corrections and revision history. */
  repository: z.url({ protocol: /^https?$/ }).optional(),
  /** Public key of minisign that signs the offline copies, for the page on these. */
  publicKey: z
    .string()
    .regex(/^RW[A-Za-z0-9+/]{54}$/, '应是 minisign 的公钥：公钥文件的第二行，以 RW 开头的 56 个字符')
    .optional(),
  /** Address that takes error reports: a web page or `mailto:`. */
  reportErrors: z.url({ protocol: /^(https?|mailto)$/ }).optional(),
  /** 办理结果: what the classes mean, by place or level (`省政协`), for scales differ. */
  outcomes: z.record(line, z.record(z.string().regex(outcomeClass), line)).default({}),
  /** 会议: what is known of each session, for the page on coverage. */
  sessions: sessionsSchema.default([]),
  /** 近义词: groups of words, to be offered where a search for one of them finds nothing. */
  synonyms: synonymsSchema.default([]),
});

export type Site = z.infer<typeof siteSchema>;
