import { z } from 'zod';

/** The editor of an archive (`admin/`), for those who do not use Git: where it reads letters and commits changes. */
export const siteEditorSchema = z.strictObject({
  host: z
    .enum(['github', 'gitlab', 'gitea'])
    .meta({ title: '代码托管', description: 'github、gitlab，或 gitea（含 Forgejo）；不能用 Gitee' }),
  repository: z
    .string()
    .regex(/^[\w.-]+(?:\/[\w.-]+)+$/, '应写作 拥有者/仓库名，不写网址')
    .meta({ title: '仓库', description: '拥有者/仓库名，content 在仓库的最上层' }),
  branch: z
    .string()
    .regex(/^[\w./-]+$/, '应是分支的名称，例如 main')
    .default('main')
    .meta({ title: '分支', description: '改动提交到这个分支，不写是 main' }),
  server: z
    .url({ protocol: /^https$/, error: '应是 https 网址' })
    .regex(/^https:\/\/[^/]+$/, '只写到域名，末尾不带 /')
    .meta({ title: '服务器', description: '单位自己的代码托管服务器，例如 https://git.example.gov.cn' })
    .optional(),
});

export type SiteEditor = z.infer<typeof siteEditorSchema>;
