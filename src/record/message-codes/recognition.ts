import type { CodeDescription } from './description.ts';

/** Codes of the messages of recognition. */
export const recognitionCodes = {
  contradiction: {
    level: 'warning',
    meaning: '同一项有互相矛盾的写法，没有采用。',
    advice: '核对原件后填写。',
  },
  'unread-line': {
    level: ['warning', 'info'],
    meaning: '有文字没有读懂，没有收入；离正文较远的只作提示。',
    advice: '如属于正文，补入正文；如是某项的值，用 --set 填写。',
  },
  'unfit-value': {
    level: 'warning',
    meaning: '标签后的值不合该项的格式，没有采用。',
    advice: '核对原件后用 --set 填写。',
  },
  'misread-label': {
    level: 'info',
    meaning: '标签有一个字误认，按它的值理解为相近的标签。',
    advice: '核对这一项。',
  },
  'index-number-check': {
    level: 'warning',
    meaning: '索引号的校验码不符（GB 32100）。',
    advice: '核对原件；原件如此的，照录不改。',
  },
  'damaged-document-number': {
    level: 'warning',
    meaning: '发文字号残缺或不合格式，没有采用。',
    advice: '核对原件后填写。',
  },
  'outcome-subclass': {
    level: 'info',
    meaning: '办理结果是某一类之下的细类（如 A1），照原文收录。',
    advice: '在 site.yml 里说明本地细类的含义。',
  },
  'eaten-date': {
    level: 'warning',
    meaning: '落款日期缺字或有误认；只有一种可能的读法时才采用。',
    advice: '核对原件上的日期。',
  },
  'other-issuer': {
    level: 'info',
    meaning: '信息表的发文机关与标题或落款的不同，按标题或落款取用。',
    advice: '核对发文机关。',
  },
  'mentioned-title': {
    level: 'warning',
    meaning: '原件没有单独的标题行，标题取自转载说明。',
    advice: '核对标题。',
  },
  'unclear-recipients': {
    level: 'warning',
    meaning: '称谓里的姓名无法分开，主送没有填。',
    advice: '补充 recipients。',
  },
  'several-proposals': {
    level: 'warning',
    meaning: '一并答复多件提案（建议），编号或案由没有填。',
    advice: '补充 proposal 的编号或案由。',
  },
  'standing-committee': {
    level: 'warning',
    meaning: '原件写的是常务委员会一类的会议，不是全体会议，第几次会议没有填。',
    advice: '核对后补充 proposal.session。',
  },
  'misread-number': {
    level: 'warning',
    meaning: '编号里疑有误认的数字（如字母 O），没有采用。',
    advice: '核对原件后用 --accept misread-digit 确认。',
  },
  'replacement-character': {
    level: 'warning',
    meaning: '文字里有解码不了的字（U+FFFD），原字在收到之前已失。',
    advice: '对照原件补正。',
  },
  'private-use-character': {
    level: 'warning',
    meaning: '文字里有私用区的字，换一台电脑就显示不出来。',
    advice: '对照原件改成通用的字。',
  },
  'blank-boxes': {
    level: 'warning',
    meaning: '文字里有一串没有文字的方框（□□），原文可能已失。',
    advice: '对照原件补正。',
  },
  'lost-characters': {
    level: 'warning',
    meaning: '汉字之间有不像提问的问号，疑是没能转换的字。',
    advice: '对照原件补正。',
  },
  mojibake: {
    level: 'warning',
    meaning: '文字里有编码错误造成的乱码（如锟斤拷）。',
    advice: '对照原件补正。',
  },
  'comment-anchor': {
    level: 'warning',
    meaning: '文字里有文档批注的标记（如［甲1］）。',
    advice: '核对后删去。',
  },
  'damaged-value': {
    level: 'warning',
    meaning: '某一项的值里有损坏的字，没有采用。',
    advice: '核对原件后填写。',
  },
  'future-date': {
    level: 'warning',
    meaning: '成文日期或发布日期在今天以后。',
    advice: '核对原件上的日期。',
  },
  'number-year': {
    level: 'warning',
    meaning: '发文字号的年份与成文日期的年份相差太远。',
    advice: '核对原件上的发文字号和日期。',
  },
  'second-letter': {
    level: 'warning',
    meaning: '文件里不止一件答复，只转换了第一件。',
    advice: '把其余各件另存为文件，分别转换。',
  },
  attachment: {
    level: 'warning',
    meaning: '落款之后另有附件文字，没有收入正文。',
    advice: '需要公开的，另行整理。',
  },
  private: {
    level: 'info',
    meaning: '联系人、电话等个人信息已从正文中取出，不公开。',
    advice: '核对取出的是否都是个人信息。',
  },
} as const satisfies Record<string, CodeDescription>;
