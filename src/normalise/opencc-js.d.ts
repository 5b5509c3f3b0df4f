/** OpenCC's traditional characters with their simplified forms: `萬 万|與 与`, the usual form first of several. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export default pairs;
}
