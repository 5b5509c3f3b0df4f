import { z } from 'zod';
import { sessionsSchema } from './known-session.ts';
import { outcomeClass } from './outcome-class.ts';
import { siteEditorSchema } from './site-editor.ts';
import { coloursSchema, footerLineSchema, logoSchema } from './site-look.ts';
import { synonymsSchema } from './synonyms.ts';

const line = z.string().trim().min(1, '不能为空');
const webAddress = z.url({ protocol: /^https?$/, error: '应是 http 或 https 网址' });

// Titles and descriptions are what editors are shown, as in the frontmatter.

/** `content/site.yml`: what is the same for every page of an edition. */
export const siteSchema = z.strictObject({
  name: line.meta({ title: '站名', description: '档案的名称' }),
  description: line.meta({ title: '说明', description: '一句话说明档案' }),
  url: webAddress
    .regex(/\/$/, '应以 / 结尾')
    .meta({ title: '正式网址', description: '以 / 结尾；没有时不写' })
    .optional(),
  owner: line.meta({ title: '保管单位', description: '保管和维护这份档案的单位' }),
  licence: z
    .strictObject({
      name: line.meta({ title: '许可的名称', description: '以什么条件可以再利用' }),
      url: webAddress.meta({ title: '许可的网址', description: '许可的全文' }).optional(),
    })
    .meta({ title: '许可', description: '再利用的许可' }),
  repository: webAddress
    .meta({ title: '代码仓库', description: '公开的仓库，供查看更正和修订历史' })
    .optional(),
  publicKey: z
    .string()
    .regex(/^RW[A-Za-z0-9+/]{54}$/, '应是 minisign 的公钥：公钥文件的第二行，以 RW 开头的 56 个字符')
    .meta({ title: '公钥', description: '为离线副本签名的 minisign 公钥，显示在离线副本页' })
    .optional(),
  reportErrors: z
    .url({ protocol: /^(https?|mailto)$/, error: '应是网址，或 mailto: 开头的邮箱' })
    .meta({ title: '报告错误的地址', description: '接收转录错误报告的网页，或 mailto: 邮箱' })
    .optional(),
  editor: siteEditorSchema
    .meta({
      title: '网页编辑',
      description: '写了才有网页编辑（admin/）：在网页上改文件头和正文，提交到仓库',
    })
    .optional(),
  outcomes: z
    .record(
      line,
      z.record(
        z.string().regex(outcomeClass, '应为一个大写字母（细分的带一位数字），或甲、乙、丙、丁'),
        line,
      ),
    )
    .default({})
    .meta({ title: '办理结果', description: '各地、各层级（如省政协）的每一类是什么意思' }),
  sessions: sessionsSchema
    .default([])
    .meta({ title: '已知的会议', description: '用于“收录情况”和“统计”，不知道的项目不写' }),
  synonyms: synonymsSchema
    .default([])
    .meta({ title: '近义词', description: '查其中一个词没有结果时，提示改查同组的其他词' }),
  logo: logoSchema
    .meta({ title: '标志', description: 'content/ 里的一张 PNG 图片，用在页首和浏览器标签上' })
    .optional(),
  colours: coloursSchema.meta({ title: '主色', description: '浅色和深色外观各一种' }).optional(),
  footer: z
    .array(footerLineSchema)
    .max(10, '最多 10 项')
    .default([])
    .meta({ title: '页脚', description: '每页页脚另加的文字，例如主办单位、备案号，可以带链接' }),
});

export type Site = z.infer<typeof siteSchema>;
