// What a dictionary of words takes apart, but no line should: sessions, numbers, dates.
const whole =
  /(?:第?[〇零一二三四五六七八九十百\d]+届)?(?:全国|省|市|县|区)?(?:人大|政协)?(?:第?[〇零一二三四五六七八九十百\d]+届)?第?[〇零一二三四五六七八九十百\d]+次(?:会议|全会)|第?[A-Z]{0,4}\d+号(?:委员提案|代表建议|提案|建议|议案)?|\d+年(?:\d+月(?:\d+日)?)?/gu;

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const opening = /^[“‘（〔《〈「『[(]$/u;
/** What never begins a phrase: closing marks, particles, and what ends names of places and bodies. */
const ending = /^(?:[^\p{L}\p{N}]|[的了等们化性者们省市县区局厅部委院号届次案件年月日])$/u;

/**
 * Splits a title into the phrases between which a line may break: no word is divided, particles stay with what is before
 * them, and brackets with what they enclose. Browsers break Chinese between any two characters, and none has words of
 * Chinese in `word-break: auto-phrase`.
 *
 * The words are those of the ICU of the Node that builds, which is pinned: the same on every machine.
 */
export function splitPhrases(title: string): string[] {
  const phrases: string[] = [];
  // What has not got its word yet: an opening bracket, or a character that the dictionary left alone.
  let open = '';
  for (const word of listWords(title)) {
    const single = Array.from(word).length === 1;
    if (open === '' && single && !opening.test(word) && ending.test(word) && phrases.length > 0)
      phrases.push(`${phrases.pop() ?? ''}${word}`);
    else if (opening.test(word) || (single && !/[^\p{Script=Han}]$/u.test(word) && isBare(open)))
      open += word;
    else {
      phrases.push(open + word);
      open = '';
    }
  }
  if (open !== '') phrases.push(open);
  return phrases;
}

/** Whether nothing but brackets is open. */
function isBare(open: string): boolean {
  return !/\p{Script=Han}/u.test(open);
}

function listWords(title: string): string[] {
  const found: string[] = [];
  let end = 0;
  for (const { 0: text, index } of title.matchAll(whole)) {
    found.push(...segment(title.slice(end, index)), text);
    end = index + text.length;
  }
  return [...found, ...segment(title.slice(end))];
}

function segment(text: string): string[] {
  return [...words.segment(text)].map((part) => part.segment);
}
