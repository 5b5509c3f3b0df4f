import type { CodeDescription } from './description.ts';

/** Codes of the messages of the conversion as a whole. */
export const conversionCodes = {
  'wrong-extension': {
    level: 'warning',
    meaning: '文件的扩展名与内容不符，已按内容转换。',
    advice: '向来源核实，或改名后再转换；否则原件只当纯文本提供。',
  },
  'ocr-field': {
    level: 'warning',
    meaning: '某一项的值里有识别把握不大的字；姓名、机关、编号和日期因此没有采用。',
    advice: '对照原件核对，没有采用的用 --set 填写。',
  },
  'image-withheld': {
    level: 'warning',
    meaning: '信里有个人信息，原件和附件都不公开，图片没有放进正文。',
    advice: '确认图片里没有个人信息后，可自行加入正文。',
  },
} as const satisfies Record<string, CodeDescription>;

/** Codes of suggestions, which are the rules of normalisation that only an editor may apply. */
export const suggestionCodes = {
  'pinyin-tail': {
    level: 'suggestion',
    meaning: '字后的拼音疑为网页转码所加。',
    advice: '核对后用 --accept pinyin-tail 删去。',
  },
  'year-brackets': {
    level: 'suggestion',
    meaning: '文号的年份宜用六角括号。',
    advice: '确认后用 --accept year-brackets 改用〔〕。',
  },
  dash: {
    level: 'suggestion',
    meaning: '“一”疑为破折号或连接号。',
    advice: '核对后用 --accept dash 改正。',
  },
  'year-zero': {
    level: 'suggestion',
    meaning: '年份里的零宜写作〇。',
    advice: '确认后用 --accept year-zero 改写。',
  },
  'leading-zero': {
    level: 'suggestion',
    meaning: '月、日前有虚位的 0。',
    advice: '确认后用 --accept leading-zero 删去。',
  },
  'misread-digit': {
    level: 'suggestion',
    meaning: '编号里的字母疑为数字。',
    advice: '核对后用 --accept misread-digit 改正。',
  },
  lookalike: {
    level: 'suggestion',
    meaning: '疑有形近的误字。',
    advice: '核对后用 --accept lookalike 改正。',
  },
  'doubled-word': {
    level: 'suggestion',
    meaning: '词语疑有重复。',
    advice: '核对后用 --accept doubled-word 删去一个。',
  },
} as const satisfies Record<string, CodeDescription>;
