import type { CodeDescription } from './description.ts';

/** Codes of errors for a file that cannot be read or holds no letter. */
export const readErrorCodes = {
  empty: {
    level: 'error',
    meaning: '文件是空的。',
    advice: '重新下载或向来源索取。',
  },
  unreadable: {
    level: 'error',
    meaning: '文件不存在、没有读取权限或不是普通文件。',
    advice: '检查路径和权限。',
  },
  directory: {
    level: 'error',
    meaning: '给出的是文件夹，不是文件。',
    advice: '给出其中的文件。',
  },
  'with-file': {
    level: 'error',
    meaning: '用 --with 补上的文件不能用。',
    advice: '按提示更换这个文件。',
  },
  'page-file': {
    level: 'error',
    meaning: '作为答复的一页给出的文件不是图像。',
    advice: '按提示更换这个文件。',
  },
  'desk-package': {
    level: 'error',
    meaning: '不是收文台保存的压缩包，或者压缩包不完整。',
    advice: '在收文台重新保存。',
  },
  'desk-differs': {
    level: 'error',
    meaning: '重新转换的结果与编辑在收文台核对过的不一样。',
    advice: '用同一版本的程序重新生成收文台，再核对一次。',
  },
  'desk-format': {
    level: 'error',
    meaning: '收文台不读这种文件。',
    advice: '用 dafu convert 转换。',
  },
  'no-letter': {
    level: 'error',
    meaning: '文件里没有找到答复函。',
    advice: '确认是不是选错了文件。',
  },
  'framed-letter': {
    level: 'error',
    meaning: '网页里没有答复的文字，正文可能在框架里的文件中。',
    advice: '下载那个文件，单独转换。',
  },
  'embedded-letter': {
    level: 'error',
    meaning: '文件里没有答复的文字，正文在嵌入的另一个文件里。',
    advice: '按提示取出或另存，再转换。',
  },
  'mojibake-text': {
    level: 'error',
    meaning: '文件里的文字是乱码，无法还原。',
    advice: '向来源重新索取，或从原网页重新复制。',
  },
  'scripted-letter': {
    level: 'error',
    meaning: '网页里没有答复的文字，正文由脚本写入。',
    advice: '在浏览器里打开，复制正文存为文本后再转换。',
  },
  'linked-letter': {
    level: 'error',
    meaning: '网页里没有答复的文字，正文可能在链接的文件中。',
    advice: '下载那个文件，单独转换。',
  },
  'pictured-letter': {
    level: 'error',
    meaning: '网页里没有答复的文字，只有图片。',
    advice: '把图片另存出来，转换图片。',
  },
  'no-text': {
    level: 'error',
    meaning: '文件里没有文字，也没有能识别的图像。',
    advice: '确认文件是否选对、图像是否清晰。',
  },
  encrypted: {
    level: 'error',
    meaning: '文件设有打开密码。',
    advice: '用办公软件打开、去掉密码后另存，再转换。',
  },
  truncated: {
    level: 'error',
    meaning: '文件不完整，可能没有下载完。',
    advice: '重新下载或索取。',
  },
  damaged: {
    level: 'error',
    meaning: '文件已损坏。',
    advice: '重新下载或索取。',
  },
  undecodable: {
    level: 'error',
    meaning: '无法识别文字的编码。',
    advice: '用文本编辑器或浏览器另存为 UTF-8 后再转换。',
  },
  'binary-file': {
    level: 'error',
    meaning: '文件的内容不是文字。',
    advice: '确认文件没有损坏，或另存为文本后再转换。',
  },
  'heic-file': {
    level: 'error',
    meaning: '这是 HEIC（HEIF）照片。',
    advice: '在手机或电脑上导出为 JPEG 后再转换。',
  },
  'email-file': {
    level: 'error',
    meaning: '邮件的正文和附件里都没有找到答复。',
    advice: '取出其中的答复，单独转换。',
  },
  'mhtml-file': {
    level: 'error',
    meaning: '这是网页存档（MHTML），里面没有网页。',
    advice: '在浏览器里重新打开、另存后再转换。',
  },
  'xml-file': {
    level: 'error',
    meaning: '这是 XML 文件，不是网页或公文。',
    advice: '用生成它的软件打开，另存为 .docx 或 PDF 后再转换。',
  },
  'odt-file': {
    level: 'error',
    meaning: '这是 OpenDocument 文件。',
    advice: '用办公软件打开，另存为 .docx 后再转换。',
  },
  'spreadsheet-file': {
    level: 'error',
    meaning: '这是电子表格，不是一件答复。',
    advice: '转换其中的答复正文。',
  },
  'presentation-file': {
    level: 'error',
    meaning: '这是演示文稿，不是一件答复。',
    advice: '转换其中的答复正文。',
  },
  'archive-file': {
    level: 'error',
    meaning: '压缩包不能直接读取，或里面没有找到答复。',
    advice: '先解压，再转换其中的答复。',
  },
  'several-letters': {
    level: 'error',
    meaning: '文件里装有不止一件答复。',
    advice: '把各件取出来，分别转换。',
  },
  'compound-file': {
    level: 'error',
    meaning: '文件属于旧式 Office 格式，但里面没有文档正文。',
    advice: '用办公软件打开，另存为 .docx 后再转换。',
  },
  'not-ofd': {
    level: 'error',
    meaning: '文件是压缩包，但不是 OFD。',
    advice: '确认文件是否选对。',
  },
  'missing-part': {
    level: 'error',
    meaning: '文件里没有 Word 正文。',
    advice: '用办公软件打开、另存为 .docx 后再转换。',
  },
  'unsupported-version': {
    level: 'error',
    meaning: '这是很早的 Word 文件（Word 95 或更早）。',
    advice: '用 Word 或 WPS 打开，另存为 .docx 后再转换。',
  },
  'unsupported-image': {
    level: 'error',
    meaning: '无法读取这种图像。',
    advice: '用看图软件打开、另存为 PNG 后再转换。',
  },
  'image-size': {
    level: 'error',
    meaning: '图像的尺寸不合理。',
    advice: '用看图软件缩小或另存后再转换。',
  },
  'page-size': {
    level: 'error',
    meaning: '页面的大小不合常理。',
    advice: '用相应的软件打开、另存后再转换。',
  },
  'too-large': {
    level: 'error',
    meaning: '文件或其中的内容太大，不像一件答复。',
    advice: '确认是不是选错了文件，或只留下其中的答复。',
  },
  'too-deep': {
    level: 'error',
    meaning: '文件里的标签嵌套太深，不像正常公文。',
    advice: '用相应的软件打开、另存后再转换。',
  },
  'too-many-pages': {
    level: 'error',
    meaning: '页数太多，不像一份答复。',
    advice: '拆分后只转换其中的答复。',
  },
  'too-slow': {
    level: 'error',
    meaning: '网页读取得太久，已停止。',
    advice: '在浏览器里打开，复制正文存为文本后再转换。',
  },
  timeout: {
    level: 'error',
    meaning: '处理一页的时间太长，已停止。',
    advice: '按提示另存或降低分辨率后再转换。',
  },
  cyclic: {
    level: 'error',
    meaning: 'OFD 的图元层层引用自身。',
    advice: '用 OFD 软件打开、另存后再转换。',
  },
  'xml-doctype': {
    level: 'error',
    meaning: '文件里有文档类型声明（DOCTYPE），为安全起见不读取。',
    advice: '用办公软件打开、另存后再转换。',
  },
  'xml-malformed': {
    level: 'error',
    meaning: '文件里的 XML 已损坏。',
    advice: '用办公软件打开、另存后再转换。',
  },
  'zip-bomb': {
    level: 'error',
    meaning: '文件解压后大得不像正常公文，已停止读取。',
    advice: '用办公软件打开、另存后再转换，或联系来源。',
  },
  'missing-program': {
    level: 'error',
    meaning: '读取这种文件所需的组件或程序没有安装。',
    advice: '按提示安装后再转换。',
  },
  'program-failed': {
    level: 'error',
    meaning: 'LibreOffice 不能打开这个文件。',
    advice: '用 Word 或 WPS 打开，另存为 .docx 后再转换。',
  },
  'program-timeout': {
    level: 'error',
    meaning: 'LibreOffice 没有按时完成转换，已停止。',
    advice: '用 Word 或 WPS 打开，另存为 .docx 后再转换。',
  },
} as const satisfies Record<string, CodeDescription>;

/** Codes of errors for a letter that was read but is not written into the archive. */
export const saveRefusalCodes = {
  incomplete: {
    level: 'error',
    meaning: '没有识别出必需的内容：标题、发文机关、成文日期或发布日期。',
    advice: '核对原件，用 --set 补上。',
  },
  exists: {
    level: 'error',
    meaning: '这件答复已经有了，内容不同，没有覆盖。',
    advice: '比较两者；确要覆盖，加 --force。',
  },
  'set-recognised': {
    level: 'error',
    meaning: '填写的项已从原件识别为别的值，不能改写。',
    advice: '去掉这一项再转换；原件有误的，转换后写入 corrections。',
  },
  'set-value': {
    level: 'error',
    meaning: '填写的值不合该项的要求。',
    advice: '按提示改正这个值。',
  },
} as const satisfies Record<string, CodeDescription>;
