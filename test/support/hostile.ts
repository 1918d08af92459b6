import naughty from 'big-list-of-naughty-strings';
import { PATHOLOGICAL } from './pathological';

/** What runs if it is taken for HTML, in all the ways that our Markdown could be led to make it so. */
export const SCRIPTS = [
  '<script>hacked()</script>',
  '<img src=x onerror="hacked()">',
  '"><svg onload=hacked()>',
  "' onmouseover=hacked() autofocus onfocus=hacked() x='",
  '</textarea><script>hacked()</script>',
  '</title><script>hacked()</script>',
  '</script><script>hacked()</script>',
  '<!--<script>hacked()</script>-->',
  '<![CDATA[<script>hacked()</script>]]>',
  '<iframe srcdoc="<script>parent.hacked()</script>"></iframe>',
  '<math><mi xlink:href="javascript:hacked()">x</mi></math>',
  '<base href="https://example.com/"><form action="https://example.com/"><button>x',
  '<meta http-equiv="refresh" content="0;url=https://example.com/">',
  '<link rel="stylesheet" href="https://example.com/x.css"><style>*{display:none}</style>',
  '[a](javascript:hacked())',
  '[a](JaVaScRiPt:hacked())',
  '[a](<javascript:hacked()>)',
  '[a](<java\tscript:hacked()>)',
  '[a](java&#10;script:hacked())',
  '[a](java&Tab;script&colon;hacked())',
  '[a](&#x6A;avascript:hacked())',
  '[a](\u0001javascript:hacked())',
  '[a](\u00a0javascript:hacked())',
  '[a](vbscript:hacked())',
  '[a](data:text/html;base64,PHNjcmlwdD5wYXJlbnQuaGFja2VkKCk8L3NjcmlwdD4=)',
  '[a](data:image/svg+xml,<svg onload=hacked()>)',
  '[a](//example.com/x)',
  '[a](/\\example.com/x)',
  '[a](https://example.com/"onmouseover="hacked())',
  '[a](https://example.com "x" onmouseover="hacked()")',
  "[a](https://example.com '\"><script>hacked()</script>')",
  '![a](x"onerror="hacked())',
  '![a](https://example.com/picture.png)',
  '[a]: javascript:hacked()\n\n[a]',
  '[a]: <data:text/html,<script>hacked()</script>>\n\n[a]',
  '<javascript:hacked()>',
  '<https://example.com/"onmouseover="hacked()>',
  'https://example.com/"onmouseover="hacked()',
  "https://example.com/'onmouseover='hacked()",
  'https://example.com/<script>hacked()</script>',
  'mailto:"onmouseover=hacked()@example.com',
  'javascript://example.com/%0ahacked()',
  '# <script>hacked()</script> {#x onclick=hacked()}',
  '# "onmouseover="hacked()\n\n## __proto__\n\n## constructor',
  '```"><script>hacked()</script>\nx\n```',
  '```js onmouseover=hacked()\n</code></pre><script>hacked()</script>\n```',
  '`</code><script>hacked()</script>`',
  '| <script>hacked()</script> | a |\n| :-: | - |\n| "onmouseover="hacked() | <img src=x onerror=hacked()> |',
  '[^"><script>hacked()</script>]\n\n[^"><script>hacked()</script>]: x',
  '[^__proto__] [^constructor]\n\n[^__proto__]: <img src=x onerror=hacked()>\n\n[^constructor]: x',
  '> <script>hacked()</script>\n\n- <img src=x onerror=hacked()>',
  '&lt;script&gt;hacked()&lt;/script&gt; &#60;script&#62;hacked()&#60;/script&#62;',
  '{{constructor.constructor("hacked()")()}} ${hacked()} #{hacked()} <%= hacked() %>',
  '\u202Egnp.exe\u202C [\u202Emoc.elpmaxe//:sptth](https://example.org)',
  '\u2066<script>hacked()</script>\u2069',
  '＜script＞hacked()＜/script＞',
];

const FOUL = [
  'NUL \u0000 in the middle',
  'a bell \u0007 and an escape \u001b[31m',
  'a lone \ud800 surrogate',
  'a lone \udc00 surrogate at its other end',
  `a${'\u0301'.repeat(10_000)}`,
  `a${'\u0301\u0316'.repeat(5000)}`,
];

/** What breaks Unicode, HTML, SQL or addresses in particular. */
const SPECIAL = [
  ...FOUL,
  ...SCRIPTS,
  '\u202Eright to left override that nobody ends',
  '\u2028 and \u2029, which end lines in scripts',
  '\ufeffbyte order mark',
  '\u0958\u095b', // composed: twice as long
  'e\u0301 A\u030a \u1112\u1161\u11ab', // composed: shorter
  'one\r\ntwo\rthree',
  "'; drop table people; --",
  '../../../etc/passwd',
  '%00%0d%0aSet-Cookie: x=y',
  '__proto__',
  'constructor',
  'x'.repeat(30_000),
  '\u0958'.repeat(15_000),
];

/** Texts that have broken programs before. */
export const HOSTILE: string[] = [...naughty, ...Object.values(PATHOLOGICAL), ...SPECIAL];

/** What a text is kept as, if it is taken. */
export const kept = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n');

/** What a line, such as a title, is kept as. */
export const keptLine = (text: string): string => kept(text).replace(/\s+/g, ' ').trim();

/** Texts that no field takes, whatever else it does. */
export const isFoul = (text: string): boolean =>
  !text.isWellFormed() ||
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.test(text) ||
  /\p{M}{31}/u.test(text);

const ROUNDS = 5;

/** Forms full of hostile texts: in each round every field gets another one, so that few requests try them all. */
export function dealt(names: string[]): Record<string, string>[] {
  return Array.from({ length: ROUNDS }, (_, round) =>
    Object.fromEntries(
      names.map((name, index) => {
        const special = SPECIAL[(index * ROUNDS + round) % SPECIAL.length]!;
        const common = naughty[(index * 97 + round * 31) % naughty.length]!;
        return [name, round % 2 === 0 ? special : common];
      }),
    ),
  );
}

/** As deep as a request can be. */
export const deep = (open: string, close: string, depth: number): string =>
  open.repeat(depth) + '1' + close.repeat(depth);
