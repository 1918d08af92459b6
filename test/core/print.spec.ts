import { fonts, printable } from '../../src/core/print/fonts';
import { typeset } from '../../src/core/print/typesetter';
import { readPdf } from '../support/pdf';

const HOSTILE = [
  '#read("/etc/passwd")',
  '$x^2$ @foo <label> *bold* _slanted_ `code` = Heading',
  '\\u{1F600} \\#pagebreak() // comment /* more */',
  '#import "look.typ": * #eval("1 + 1") [content] {code}',
  '${process.exit()} </script> %PDF-1.7 endobj',
];

const TEMPLATE = `
#let data = json("data.json")
#set document(title: data.title)
#set text(font: "Source Serif 4", lang: "sl", fallback: false)
#title()
#for line in data.lines { par(text(hyphenate: false, line)) }
`;

const print = (template: string, data: object = {}, machine?: Parameters<typeof typeset>[2]) =>
  typeset(
    {
      files: new Map<string, string>([
        ['main.typ', template],
        ['data.json', JSON.stringify(data)],
      ]),
      main: 'main.typ',
      standard: 'ua-1',
    },
    undefined,
    machine,
  );

const inOneLine = (words: string): string => words.replace(/\s+/g, ' ');

describe('The typesetter', () => {
  it('threat: words that look like its own language are printed as they stand', async () => {
    const lines = HOSTILE.map(printable);
    const { pages, title, marked, accessible, language } = readPdf(
      await print(TEMPLATE, { title: HOSTILE[0], lines }),
    );
    for (const line of lines) expect(inOneLine(pages[0]!.words)).toContain(inOneLine(line));
    expect({ title, marked, accessible, language }).toEqual({
      ...{ title: HOSTILE[0], marked: true, accessible: true, language: 'sl' },
    });
  });

  it('threat: a template reads nothing from the disk, wherever it points', async () => {
    for (const path of ['/etc/passwd', '../../../etc/passwd', '/proc/self/environ', 'secret.txt'])
      await expect(print(`#set document(title: "x")\n#read("${path}")`)).rejects.toThrow('refused the book');
  });

  it('is stopped when it takes too long, and sets the next book', async () => {
    const endless =
      '#set document(title: "x")\n#let r = range(3000)\n#for a in r { for b in r { for c in r {} } }';
    await expect(print(endless, {}, { limits: { milliseconds: 400, bytes: 1e9 } })).rejects.toMatchObject({
      ...{ status: 413, key: 'errors:typesetting.too_large' },
    });
    expect((await print(TEMPLATE, { title: 'Next', lines: ['after it'] })).subarray(0, 5).toString()).toBe(
      '%PDF-',
    );
  });

  it('is stopped when it takes too much memory', async () => {
    const greedy = '#set document(title: "x")\n#let all = range(60000).map(n => range(1000))';
    const limits = { milliseconds: 20_000, bytes: 300_000_000 };
    await expect(print(greedy, {}, { limits })).rejects.toMatchObject({
      key: 'errors:typesetting.too_large',
    });
  });

  it('sets one book at a time, in the order of asking, and tells how many pages there are', async () => {
    const order: string[] = [];
    const ask = (name: string) =>
      typeset(
        { files: new Map([['main.typ', `#set document(title: "x")\n= ${name}`]]), main: 'main.typ' },
        (pages) => order.push(`${name} ${pages}`),
      ).then(() => order.push(`${name} there`));
    await Promise.all([ask('first'), ask('second')]);
    expect(order).toEqual(['first 1', 'first there', 'second 1', 'second there']);
  });

  it('says so where it is not installed', async () => {
    const nowhere = { packages: ['a-typesetter-for-another-machine'] };
    await expect(print(TEMPLATE, { title: 'x', lines: [] }, nowhere)).rejects.toMatchObject({
      ...{ status: 501, key: 'errors:typesetting.missing' },
    });
  });
});

describe('The fonts', () => {
  const NEEDED = 'åäöéÅÄÖčšžćđČŠŽĆĐàèéìòùÀÈÉÌÒÙ»«„“”’‘‹›−–—…\u00a0€£%§→';

  it('hold every letter and mark of the four languages in every cut', () => {
    expect(fonts()).toHaveLength(12);
    expect(printable(NEEDED)).toBe(NEEDED);
  });

  it('leave a box for what none of them has, and nothing for what cannot be seen', () => {
    expect(printable('Zahvala 😀👍🏽 vsem')).toBe('Zahvala □ vsem');
    expect(printable('a\u0000b\u200dc\ufe0fd\ud800e')).toBe('abcde');
    expect(printable('e\u0301 s\u030c')).toBe('é š');
  });
});
