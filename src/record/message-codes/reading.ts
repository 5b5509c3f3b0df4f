import type { CodeDescription } from './description.ts';

/** Codes of the messages of readers. */
export const readingCodes = {
  'undecodable-bytes': {
    level: 'warning',
    meaning: '网页里有字节按它的文字编码无法解码，已记为“\uFFFD”。',
    advice: '对照原网页补正。',
  },
  'struck-text': {
    level: 'warning',
    meaning: '原件里有划去的文字，没有收入。',
    advice: '对照原件核对。',
  },
  'overlaid-text': {
    level: 'warning',
    meaning: '页面上有水印，或叠在正文上、斜排的文字，没有收入。',
    advice: '核对它是不是答复的文字。',
  },
  'attached-files': {
    level: 'warning',
    meaning: 'PDF 里附有别的文件，没有收入。',
    advice: '如需公开，另存出来，用 --with 补上再转换。',
  },
  'form-fields': {
    level: 'warning',
    meaning: '文件里有填写项（表单），填的内容没有读取。',
    advice: '如属于答复，补入正文。',
  },
  'mojibake-undone': {
    level: 'warning',
    meaning: '文字曾按错误的编码读过一次，已还原。',
    advice: '核对文字是否完整。',
  },
  'flattened-script': {
    level: 'warning',
    meaning: '上标或下标没有相应的字符，写成了普通文字。',
    advice: '对照原件核对，必要时改写。',
  },
  'concealed-letter': {
    level: 'warning',
    meaning: '正文在网页里是隐藏的或在文本框里，已读出。',
    advice: '核对读出的是不是答复全文。',
  },
  'letter-inside': {
    level: 'warning',
    meaning: '答复取自收到的文件里的一个文件（如邮件附件、压缩包、网页框架）。',
    advice: '核对它是不是要转换的那一件，有没有漏下文字。',
  },
  'unopened-letter': {
    level: 'warning',
    meaning: '没有认出答复的开头，文字全部写进了草稿。',
    advice: '对照原件，删去不属于答复的，补上所缺的各项。',
  },
  'text-outside-body': {
    level: 'warning',
    meaning: '网页正文之外还有成段文字，已按网站内容略去。',
    advice: '如属于答复，补入正文。',
  },
  'body-missing': {
    level: 'warning',
    meaning: '网页里没有找到成段的正文，文字全部列出。',
    advice: '核对它是不是一件答复。',
  },
  'body-guessed': {
    level: 'warning',
    meaning: '网页没有已知的正文标记，正文按文字密度选取。',
    advice: '核对正文的首尾是否完整。',
  },
  'image-body': {
    level: 'warning',
    meaning: '网页的正文是图片，没有文字。',
    advice: '把图片另存出来，单独转换。',
  },
  'image-missing': {
    level: 'warning',
    meaning: '正文里的图片没有随文件一起收到。',
    advice: '按提示另存原文件，或用 --with 补上图片后再转换。',
  },
  'image-invalid': {
    level: 'warning',
    meaning: '正文里的图片不是能认出的图像格式，没有收入。',
    advice: '向来源核实，或用 --with 补上图片后再转换。',
  },
  'image-format': {
    level: 'warning',
    meaning: '图片是浏览器不能显示的格式（Windows 图元文件）。',
    advice: '另存为 PNG 后替换。',
  },
  'attachment-missing': {
    level: 'warning',
    meaning: '网页链接的附件没有随网页一起收到。',
    advice: '如需公开，下载后用 --with 补上再转换。',
  },
  'attachment-invalid': {
    level: 'warning',
    meaning: '附件的内容不是文档、表格、图片或压缩包，没有收入。',
    advice: '核对附件；确要公开，用 --with 补上再转换。',
  },
  'tracked-changes': {
    level: 'warning',
    meaning: '文档里有修订痕迹，已按“接受全部修订”读取。',
    advice: '核对是否定稿。',
  },
  comments: {
    level: 'warning',
    meaning: '文档里有批注，没有收入。',
    advice: '如属于答复，写入正文后再转换。',
  },
  'hidden-text': {
    level: 'warning',
    meaning: '文件里有看不见的文字，没有收入。',
    advice: '如属于答复，取消隐藏后再转换。',
  },
  'faint-text': {
    level: 'warning',
    meaning: '文字是白色的或字号极小，原件上看不出来，已照样收入。',
    advice: '对照原件，不属于答复的从正文删去。',
  },
  ruby: {
    level: 'warning',
    meaning: '字的上方有注音，没有收入。',
    advice: '如属于答复，补入正文。',
  },
  'text-boxes': {
    level: 'warning',
    meaning: '文档里有文本框，其中的文字列在最后。',
    advice: '核对它们的位置。',
  },
  'page-margins': {
    level: 'warning',
    meaning: '页眉页脚的文字没有收入。',
    advice: '如属于答复，补入正文。',
  },
  'unknown-numbering': {
    level: 'warning',
    meaning: '自动编号的样式不常见，已写成阿拉伯数字。',
    advice: '对照原件核对编号。',
  },
  'field-without-text': {
    level: 'warning',
    meaning: '文档里有用域代码画出的字符，没有收入。',
    advice: '对照原文补上。',
  },
  equation: {
    level: 'warning',
    meaning: '文档里有公式，只按先后收入了其中的字符。',
    advice: '对照原件核对公式。',
  },
  'embedded-object': {
    level: 'warning',
    meaning: '文档里嵌有别的文件（如表格），只收入了它的预览图。',
    advice: '核对预览图，必要时改为正文后再转换。',
  },
  'unread-drawing': {
    level: 'warning',
    meaning: '文档里有图表或 SmartArt，其中的文字没有收入。',
    advice: '改为图片或正文后再转换。',
  },
  'unread-part': {
    level: 'warning',
    meaning: '文件里嵌有另一个文件或网页的内容，没有收入。',
    advice: '核对其中有没有答复的文字；Word 文档可另存为 .docx 后再转换。',
  },
  'read-by-libre-office': {
    level: 'warning',
    meaning: '文件由 LibreOffice 代为读取。',
    advice: '对照原件核对文字、编号和表格。',
  },
  'damaged-parts': {
    level: 'warning',
    meaning: 'PDF 有数据损坏，文字可能缺漏。',
    advice: '重新下载或索取，或仔细对照原件。',
  },
  'unmapped-glyphs': {
    level: 'warning',
    meaning: '有的字，其字体没有说明是什么字。',
    advice: '对照原件核对这一页。',
  },
  'ocr-layer': {
    level: 'warning',
    meaning: '这一页是扫描图像，文字取自文件自带的识别结果。',
    advice: '对照原件核对这一页。',
  },
  ocr: {
    level: 'warning',
    meaning: '文字由程序从图像识别而来，可能有误。',
    advice: '对照原件通读一遍。',
  },
  'ocr-unsure': {
    level: 'suggestion',
    meaning: '这几个字识别的把握不大。',
    advice: '对照原件核对这几个字。',
  },
  'missed-ink': {
    level: 'warning',
    meaning: '扫描的页面上有像文字的墨迹，没有识别出来。',
    advice: '对照原件，属于答复的补入正文。',
  },
  seal: {
    level: 'info',
    meaning: '印章的图像没有收入附件。',
    advice: '不必处理；印章可在原件上看到。',
  },
} as const satisfies Record<string, CodeDescription>;
