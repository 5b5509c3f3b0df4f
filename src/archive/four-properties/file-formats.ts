/** How long files of a format can be expected to be readable. */
interface FormatUse {
  extensions: readonly string[];
  /** In Chinese. */
  name: string;
  /** An open standard that programs of several makers read. */
  isLasting: boolean;
}

const formats: readonly FormatUse[] = [
  {
    extensions: ['html', 'css', 'js', 'svg', 'xml', 'json', 'webmanifest'],
    name: '网页及其数据（HTML、CSS、JS、SVG、XML、JSON）',
    isLasting: true,
  },
  { extensions: ['md', 'txt', 'csv'], name: '纯文本（MD、TXT、CSV）', isLasting: true },
  { extensions: ['pdf', 'ofd'], name: '版式文件（PDF、OFD）', isLasting: true },
  { extensions: ['png', 'jpg', 'jpeg', 'tif', 'tiff', 'gif', 'webp', 'avif'], name: '图片', isLasting: true },
  { extensions: ['docx', 'xlsx', 'pptx'], name: 'Office Open XML（DOCX、XLSX、PPTX）', isLasting: true },
  { extensions: ['gz', 'zip'], name: '压缩数据（GZ、ZIP）', isLasting: true },
  {
    extensions: ['pagefind', 'pf_meta', 'pf_index', 'pf_fragment', 'pf_filter', 'wasm'],
    name: '检索索引',
    isLasting: true,
  },
  {
    extensions: ['doc', 'wps', 'xls', 'et', 'ppt', 'dps', 'rtf'],
    name: '旧版办公文件（DOC、WPS、XLS 等）',
    isLasting: false,
  },
];

/** A format with how many files have it. */
export interface CountedFormat {
  name: string;
  isLasting: boolean;
  files: number;
}

/** Counts files by format, in a fixed order; those of no known format last. */
export function countFormats(paths: Iterable<string>): CountedFormat[] {
  const counts = new Map<FormatUse | undefined, number>();
  for (const path of paths) {
    const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
    const format = formats.find(({ extensions }) => extensions.includes(extension));
    counts.set(format, (counts.get(format) ?? 0) + 1);
  }
  return [...formats, undefined].flatMap((format) => {
    const files = counts.get(format);
    if (files === undefined) return [];
    return [{ name: format?.name ?? '其他', isLasting: format?.isLasting ?? false, files }];
  });
}

/** Names of files that a system would run, or that can hold macros, when they are opened. */
export function isRunnable(path: string): boolean {
  return /\.(?:exe|com|scr|pif|bat|cmd|ps1|vbs|wsf|hta|msi|jar|sh|app|dll|lnk|reg|docm|dotm|xlsm|xltm|pptm)$/i.test(
    path,
  );
}
