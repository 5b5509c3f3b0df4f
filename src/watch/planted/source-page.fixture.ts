import { inventDemoLetter } from '../../corpus/demo/letter.ts';
import { letterBlocks } from '../../markdown/blocks.ts';

/** What the content management systems of government sites put around a letter's text. */
const containers: [before: string, after: string][] = [
  ['<div class="TRS_Editor">', '</div>'],
  ['<div id="zoom"><!--ZJEG_RSS.content.begin-->', '<!--ZJEG_RSS.content.end--></div>'],
  ['<div id="UCAP-CONTENT"><UCAPCONTENT>', '</UCAPCONTENT></div>'],
];

/** How they show how often a page was seen. */
const counters = [
  (views: number) => `<span>浏览次数：${views}</span>`,
  (views: number) =>
    `<span>点击数：<b id="hits">${views}</b> 次</span> <span>【字体：<a>大</a> <a>中</a> <a>小</a>】</span>`,
  (views: number) => `<span>阅读量：${views}</span> <a href="#">打印</a> <a href="#">关闭</a>`,
  (views: number) => `访问次数： ${views} 字号：[ 大 中 小 ]`,
] as const;

/** What an invented government page shows of a letter, and around it. */
export interface SourcePage {
  /** Chooses the manner of the page. */
  index: number;
  title: string;
  documentNumber: string;
  issuer: string;
  /** `yyyy-mm-dd` */
  issuedOn: string;
  /** Salutation, paragraphs and headings, and signature and date at the end; each as HTML. */
  paragraphs: string[];
  table: string[][];
  attachment: { href: string; text: string } | undefined;
  views: number;
  related: string[];
  style: string;
}

/** The page of an invented letter: one of the demonstration, cut to some paragraphs. */
export function inventPage(index: number): SourcePage {
  const { frontmatter, body } = inventDemoLetter(index);
  const texts = letterBlocks(body).flatMap(({ kind, text }) => (kind === 'table' ? [] : [text]));
  return {
    index,
    title: frontmatter.title,
    documentNumber: frontmatter.documentNumber ?? '',
    issuer: frontmatter.issuer,
    issuedOn: frontmatter.issuedOn ?? '',
    paragraphs: [...texts.slice(0, 7), ...texts.slice(-2)],
    table: [
      ['年度', '项目', '数量'],
      ['2018', '新增点位', String(100 + index)],
      ['2019', '新增点位', String(300 + index)],
    ],
    attachment: { href: `./P02019${1000 + index}.pdf`, text: `附件：任务分解表${index}.pdf` },
    views: 100 + index,
    related: [`虚构市民政局关于第${index + 1}号提案的答复`, `虚构市交通运输局关于第${index + 2}号建议的答复`],
    style: 'body { color: #222 }',
  };
}

/** The page in the manner of the content management systems of government sites. */
export function renderPage(page: SourcePage): string {
  const { title, issuer, issuedOn, attachment } = page;
  const [before, after] = containers[page.index % containers.length] ?? ['', ''];
  const counter = counters[page.index % counters.length];
  const header = [
    ['发文机关', issuer],
    ['发文字号', page.documentNumber],
    ['成文日期', issuedOn],
    ['主题词', '提案 答复'],
  ];
  const rows = header.map(([label, value]) => `<tr><td>${label}：</td><td>${value}</td></tr>`).join('');
  const table = page.table
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('');
  const [body, end] = [page.paragraphs.slice(0, -2), page.paragraphs.slice(-2)].map((part) =>
    part.map((text) => `<p>　　${text}</p>`).join('\n'),
  );
  const link = attachment && `<p><a href="${attachment.href}">${attachment.text}</a></p>`;
  return `<!DOCTYPE html>
<html lang="zh"><head><meta charset="utf-8"><title>${title}_虚构市人民政府</title>
<meta name="ArticleTitle" content="${title}"><style>${page.style}</style></head>
<body><ul><li><a href="/">网站首页</a></li><li><a href="/zwgk/">政务公开</a></li></ul>
<div>您当前的位置：<a href="/">首页</a> &gt; <a href="/jyta/">建议提案办理</a></div>
<table>${rows}</table><h1>${title}</h1>
<div class="byline"><span>来源：${issuer}</span> <span>发布时间：${issuedOn} 09:30</span> ${counter?.(page.views) ?? ''}</div>
${before}${body ?? ''}<table border="1">${table}</table>${end ?? ''}${link ?? ''}${after}
<div class="related"><h3>相关信息</h3>${page.related.map((text, at) => `<p><a href="./r${at}.html">${text}</a></p>`).join('')}</div>
<div><p>主办单位：虚构市人民政府办公室　技术支持：虚构市大数据中心</p></div>
</body></html>`;
}
