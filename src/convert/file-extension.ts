import { combineAccounts, report, type Account } from '../recognise/recognised.ts';

/** Families of formats, with their names for editors and their extensions. */
const families = [
  { name: '纯文本', formats: ['txt'], extensions: /^(?:txt|text|md)$/ },
  { name: '网页', formats: ['html'], extensions: /^(?:s?html?|xhtml)$/ },
  { name: 'Word 文档', formats: ['docx', 'doc'], extensions: /^(?:do[ct][xm]?|wp[st])$/ },
  // Word and WPS open RTF under either extension, and so it is published.
  { name: 'RTF 文档', formats: ['rtf'], extensions: /^(?:rtf|doc)$/ },
  { name: 'Word XML 文档', formats: ['word-xml'], extensions: /^xml$/ },
  { name: '网页存档', formats: ['mhtml'], extensions: /^mht(?:ml)?$/ },
  { name: '电子邮件', formats: ['email'], extensions: /^eml$/ },
  { name: '压缩包', formats: ['zip'], extensions: /^zip$/ },
  { name: 'PDF', formats: ['pdf', 'scan'], extensions: /^pdf$/ },
  { name: 'OFD', formats: ['ofd'], extensions: /^ofd$/ },
  { name: '图片', formats: ['scan'], extensions: /^(?:png|jpe?g|tiff?|bmp|gif|webp)$/ },
];

/**
 * Reports a name whose extension belongs to another family of formats than the bytes, because the original keeps
 * that name and is then published as plain text. A text may also have the name of a web page.
 */
export function reportWrongExtension(file: string, format: string): Account {
  const text = wrongExtension(file, format);
  return text === undefined ? combineAccounts([]) : report('wrong-extension', 0, text);
}

function wrongExtension(file: string, format: string): string | undefined {
  const extension = /\.([^./\\]{1,8})$/.exec(file)?.[1]?.toLowerCase() ?? '';
  const named = families.filter(({ extensions }) => extensions.test(extension));
  const own = families.filter(({ formats }) => formats.includes(format));
  if (named.length === 0 || own.length === 0 || own.some((family) => named.includes(family)))
    return undefined;
  if (format === 'txt' && named.some(({ formats }) => formats.includes('html'))) return undefined;
  const is = own.map(({ name }) => name).join('或');
  return `文件名以 .${extension} 结尾，内容却是${is}，已按内容转换。公开时原件只当纯文本提供，读者不能直接打开，请向来源核实或改名后再转换。`;
}
