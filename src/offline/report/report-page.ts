import type { ReportItem, ReportSection } from '../../archive/four-properties/four-properties.ts';

/** What the report says besides its checks. */
export interface ReportFacts {
  /** Name of the archive. */
  title: string;
  /** Label and value, in the order of the page. */
  facts: readonly (readonly [label: string, value: string])[];
  /** In a sentence. */
  conclusion: string;
  sections: readonly ReportSection[];
}

/** Details listed on the page of what is wrong, and of the rest; all are in the JSON beside it. */
const shown = { wrong: 200, other: 10 };

/** Writes the report as a page that needs nothing else, to be read, printed and kept. */
export function writeReportPage({ title, facts, conclusion, sections }: ReportFacts): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>四性检测报告 · ${escape(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>四性检测报告</h1>
<p class="subject">${escape(title)}</p>
<p class="conclusion">${escape(conclusion)}</p>
<table>
<caption>检测对象</caption>
<tbody>
${facts.map(([label, value]) => `<tr><th scope="row">${escape(label)}</th><td>${escape(value)}</td></tr>`).join('\n')}
</tbody>
</table>
<p>检测项目按《文书类电子档案检测一般要求》（DA/T 70—2018）的次序排列。“提示”不影响结论；“未检”须用别的办法检测。</p>
${sections.map(writeSection).join('\n')}
</main>
</body>
</html>
`;
}

function writeSection({ property, items }: ReportSection, index: number): string {
  return `<section aria-labelledby="p${index}">
<h2 id="p${index}">${'一二三四'.charAt(index)}、${property}</h2>
<table>
<caption class="hidden">${property}的检测项目</caption>
<thead><tr><th scope="col">项目</th><th scope="col">结果</th><th scope="col">说明</th></tr></thead>
<tbody>
${items.map(writeItem).join('\n')}
</tbody>
</table>
</section>`;
}

function writeItem({ name, verdict, finding, details }: ReportItem): string {
  const count = verdict === '不合格' ? shown.wrong : shown.other;
  const more = details.length > count ? `<li>……另有 ${details.length - count} 项，见 report.json</li>` : '';
  const list = details
    .slice(0, count)
    .map((detail) => `<li>${escape(detail)}</li>`)
    .join('');
  return `<tr><th scope="row">${name}</th><td class="${verdict === '不合格' ? 'bad' : 'good'}">${verdict}</td><td>${escape(finding)}${details.length === 0 ? '' : `<ul>${list}${more}</ul>`}</td></tr>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

const style = `
:root { color-scheme: light dark; font-family: "Noto Serif CJK SC", "Songti SC", SimSun, serif; line-height: 1.7 }
body { margin: 0 auto; max-inline-size: 52rem; padding: 1.5rem 1rem 3rem }
h1 { font-size: 1.7rem; text-align: center; margin-block-end: 0 }
h2 { font-size: 1.2rem; margin-block-start: 2rem }
.subject { text-align: center; margin-block-start: .3rem }
.conclusion { font-weight: bold; border-block: 2px solid; padding-block: .5rem }
table { border-collapse: collapse; inline-size: 100%; overflow-wrap: anywhere }
caption { text-align: start; font-weight: bold; margin-block-end: .3rem }
.hidden { position: absolute; clip-path: inset(50%); inline-size: 1px; block-size: 1px; overflow: hidden; white-space: nowrap }
th, td { border: 1px solid; padding: .3rem .6rem; text-align: start; vertical-align: top }
tbody th { font-weight: normal; inline-size: 30% }
thead th:nth-child(2) { inline-size: 4.5em }
.bad { font-weight: bold; text-decoration: underline }
ul { margin: .3rem 0; padding-inline-start: 1.3em }
@media print { body { max-inline-size: none; padding: 0 } tr, h2 { break-inside: avoid; break-after: auto } h2 { break-after: avoid } }
`;
