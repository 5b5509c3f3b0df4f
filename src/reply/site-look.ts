import { z } from 'zod';

/** The papers of the light and the dark appearance (src/styles/tokens.css). */
const papers = { light: '#fdfcf9', dark: '#17181b' };

/** WCAG 2.2, 1.4.3: for text of any size. */
const leastContrast = 4.5;

function colour(paper: string, advice: string) {
  return z
    .string({ error: '颜色写作 "#1d4f80" 的形式，要加引号：# 后面没有引号的文字是注释' })
    .regex(/^#[0-9a-f]{6}$/i, { error: '颜色写作 "#1d4f80" 的形式：# 和六位十六进制数字', abort: true })
    .superRefine((value, context) => {
      const contrast = contrastOf(value, paper);
      if (contrast >= leastContrast) return;
      const message = `与背景的对比度只有 ${contrast.toFixed(1)}，看不清楚，须在 ${leastContrast} 以上。${advice}`;
      context.addIssue({ code: 'custom', message });
    });
}

/** The archive's colour for marks, emphasis and buttons, for either appearance. */
export const coloursSchema = z.strictObject({
  accent: colour(papers.light, '请用深一些的颜色').meta({
    title: '浅色外观',
    description: '须与近白色的背景分明',
  }),
  accentDark: colour(papers.dark, '请用浅一些的颜色').meta({
    title: '深色外观',
    description: '须与近黑色的背景分明',
  }),
});

/** A line that the archive adds to the footer of every page, such as its registration, with a link or without. */
export const footerLineSchema = z.strictObject({
  text: z.string().trim().min(1, '不能为空').meta({ title: '文字', description: '页脚里的一句' }),
  url: z.url({ protocol: /^https?$/, error: '应是 http 或 https 网址' }).optional(),
});

/** A picture of the archive's own, beside `site.yml`. */
export const logoSchema = z
  .string()
  .regex(/^[\w-]+\.png$/, '应是 content/ 里的一个 PNG 文件的名称，只用字母、数字和连字符，例如 logo.png');

/** Contrast of two colours by WCAG 2.2, 1 to 21. @param one `#rrggbb`. */
function contrastOf(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Relative luminance of a colour in sRGB, 0 to 1. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((share) => (share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
