/** The stylesheet of the report. Colours are those of the system, so that light, dark and high contrast fit. */
export const reportStyle = `
:root { color-scheme: light dark; font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; line-height: 1.7 }
body { margin: 0 auto; max-inline-size: 64rem; padding: 1.5rem 1rem 3rem; overflow-wrap: anywhere }
h1 { font-size: 1.7rem; margin-block-end: 0 }
h2 { font-size: 1.3rem; margin-block: 2rem .5rem }
h3 { display: inline; font-size: 1rem }
article, details { border-block-start: 1px solid; padding-block: .5rem }
article p { margin-block: .2rem }
summary { cursor: pointer }
summary:focus-visible { outline: 3px solid Highlight }
.state { white-space: nowrap }
.code, .quiet { font-size: .9rem }
table { border-collapse: collapse; margin-block: .8rem; inline-size: 100% }
caption { text-align: start; font-weight: bold; margin-block-end: .2rem }
th, td { border: 1px solid; padding: .2rem .5rem; text-align: start; vertical-align: top }
th { font-weight: normal; min-inline-size: 3.5em }
thead th { font-weight: bold }
@media print { details { break-inside: avoid } body { max-inline-size: none; padding: 0 } }
`;
