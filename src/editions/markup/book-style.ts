import { accentOf } from '../../core/print/accents';

/** How a book looks that is read on a screen of any size: serif for what was published, hairlines, one colour. */
export const bookStyle = (accent: string): string => `
body { font-family: 'Source Serif 4', 'Iowan Old Style', Cambria, Georgia, serif; line-height: 1.5; }
h1, h2, h3, h4, h5, h6 { line-height: 1.2; text-align: start; hyphens: none; break-after: avoid; }
h1 { font-size: 1.8em; margin: 2em 0 0.6em; }
h2 { font-size: 1.4em; margin: 1.8em 0 0.5em; }
h3 { font-size: 1.15em; margin: 1.5em 0 0.4em; }
h4, h5, h6 { font-size: 1em; margin: 1.2em 0 0.3em; }
p { margin: 0 0 0.7em; hyphens: auto; -webkit-hyphens: auto; }
a { color: ${accentOf(accent)}; }
.number { color: ${accentOf(accent)}; margin-inline-end: 0.3em; }
.lead { font-size: 1.1em; font-style: italic; }
.authors { font-weight: bold; }
.partnership { color: ${accentOf(accent)}; font-weight: bold; letter-spacing: 0.03em; }
.subtitle { font-size: 1.2em; }
.edition, .credit, .live, .rating, figcaption, .footnotes, .funding p { font-size: 0.85em; }
blockquote { margin: 1em 0 1em 1.2em; border-inline-start: 2px solid; padding-inline-start: 1em; }
aside { margin: 1.2em 0; padding: 0.2em 0 0.2em 1em; border-inline-start: 3px solid ${accentOf(accent)}; break-inside: avoid; }
.callout-title { font-weight: bold; color: ${accentOf(accent)}; margin-bottom: 0.2em; }
.case { border-top: 1px solid; margin-top: 2em; }
.facts dt { font-weight: bold; font-size: 0.85em; }
.facts dd { margin: 0 0 0.5em; }
figure { margin: 1.5em 0; break-inside: avoid; }
img { max-width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.9em; }
th, td { border-bottom: 1px solid; padding: 0.3em 0.6em 0.3em 0; text-align: start; vertical-align: top; }
.align-right { text-align: end; }
.align-center { text-align: center; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.85em; }
hr { border: 0; border-top: 1px solid; width: 30%; margin: 2em auto; }
.gone { font-style: italic; }
.footnotes { border-top: 1px solid; margin-top: 2em; }
.footnotes li > p:last-of-type { display: inline; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; white-space: nowrap; clip-path: inset(50%); }
ul.plain, nav ol { list-style: none; padding-inline-start: 0; }
nav ol ol { padding-inline-start: 1.5em; }
.funding { margin: 1.5em 0; font-family: Arial, Verdana, Tahoma, sans-serif; }
.emblem { height: 2.4em; width: 3.6em; }
`;
