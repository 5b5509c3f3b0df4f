import type { Block } from './block.ts';
import { webHeader } from './header.ts';
import type { Truth } from './truth.ts';

/** The page layouts of the three content management systems that most government sites use. */
export const webPages = {
  /** TRS: a header table; headings are merely bold. */
  trs(truth: Truth, charset: string): string {
    const { title, publishedOn = '', issuer } = truth.frontmatter;
    const cells = webHeader(truth).map(({ label, value }) => `<td>${label}：</td><td>${value}</td>`);
    const rows = cells.flatMap((_, at) =>
      at % 2 === 0 ? [`<tr>${cells.slice(at, at + 2).join('')}</tr>`] : [],
    );
    const meta = `<meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="${publishedOn} 09:30">`;
    const body = bodyOf(truth, (text) => `<p>　　<strong>${text}</strong></p>`);
    return page(
      { charset, title, meta },
      `<table class="xxgk">${rows.join('\n')}</table><div class="article"><h1>${title}</h1><div class="byline"><span>发布时间：${publishedOn}</span><span>来源：${issuer}</span><span>字号：<a>大</a> <a>中</a> <a>小</a></span></div><div class="content"><div class="TRS_Editor">${body}</div></div></div>`,
    );
  },
  /** 大汉: a header list, the body between comments; headings are plain paragraphs. */
  dahan(truth: Truth, charset: string): string {
    const { title, publishedOn = '', issuer } = truth.frontmatter;
    const items = webHeader(truth).map(
      ({ label, value }) => `<li><span>${label}</span><span>${value}</span></li>`,
    );
    const meta = `<meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="${publishedOn} 08:02">`;
    const body = bodyOf(truth, (text) => `<p>　　${text}</p>`);
    return page(
      { charset, title, meta },
      `<div id="c"><ul class="xxgk-info">${items.join('')}</ul><div class="title"><!--<$[标题名称(html)]>begin-->${title}<!--<$[标题名称(html)]>end--></div><p class="ly">信息来源：<!--<$[信息来源]>begin-->${issuer}<!--<$[信息来源]>end--></p><div id="zoom"><!--<$[信息内容]>begin--><!--ZJEG_RSS.content.begin-->${body}<!--ZJEG_RSS.content.end--><!--<$[信息内容]>end--></div></div>`,
    );
  },
  /** 开普: a header table of th and td; real headings. */
  ucap(truth: Truth, charset: string): string {
    const { title, publishedOn = '', issuer } = truth.frontmatter;
    const rows = webHeader(truth).map(({ label, value }) => `<tr><th>${label}</th><td>${value}</td></tr>`);
    const body = bodyOf(truth, (text, depth) => `<h${depth}>${text}</h${depth}>`);
    return page(
      { charset, title, meta: `<meta name="ArticleTitle" content="${title}"/>` },
      `<table><tbody>${rows.join('')}</tbody></table><h1><UCAPTITLE>${title}</UCAPTITLE></h1><div class="pages-date">${publishedOn} 17:18 来源：${issuer}</div><div class="pages_content" id="UCAP-CONTENT"><UCAPCONTENT>${body}</UCAPCONTENT></div>`,
    );
  },
};

function bodyOf({ blocks }: Truth, heading: (text: string, depth: number) => string): string {
  const render = (block: Block, at: number): string => {
    if (block.kind === 'heading') return heading(block.text, block.depth);
    if (block.kind === 'table') return htmlTable(block.rows);
    const right = at >= blocks.length - 2 ? ' style="text-align:right"' : '';
    return `<p${right}>${at === 0 || right ? '' : '　　'}${block.text}</p>`;
  };
  return blocks.map(render).join('\n');
}

/** A table as HTML. */
export function htmlTable(rows: readonly string[][]): string {
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `<table border="1"><tbody>${body.join('')}</tbody></table>`;
}

function page(
  { charset, title, meta }: { charset: string; title: string; meta: string },
  inside: string,
): string {
  return `<!DOCTYPE html>
<html lang="zh"><head><meta charset="${charset}"><title>${title}_虚构市人民政府</title>${meta}</head>
<body><div class="top"><ul><li><a href="/">网站首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/hdjl/">互动交流</a></li></ul></div>
<div class="location">您当前的位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/zwgk/jyta/">建议提案办理</a></div>
${inside}
<div class="updown">上一篇：<a href="./a.html">某某市民政局对市政协第7号提案的答复</a></div>
<div class="footer"><p>主办单位：虚构市人民政府办公室　技术支持：虚构市大数据中心</p><p>网站标识码：0000000000　<a href="#">ICP备00000000号</a></p></div>
</body></html>`;
}
