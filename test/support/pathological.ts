/** As many characters as a post may have. */
const LIMIT = 20_000;

const fill = (unit: string, size = LIMIT): string =>
  unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
const after = (start: string, unit: string): string => start + fill(unit, LIMIT - start.length);
const mirrored = (open: string, close: string): string => {
  const times = Math.floor(LIMIT / (open.length + close.length));
  return open.repeat(times) + close.repeat(times);
};
const counted = (times: number, line: (number: number) => string): string =>
  Array.from({ length: times }, (_, number) => line(number))
    .join('')
    .slice(0, LIMIT);

/**
 * What has made Markdown renderers take seconds or minutes: CommonMark's own list, those of cmark-gfm, and
 * what a search over random repetitions found for ours. By what is done.
 */
export const PATHOLOGICAL: Record<string, string> = {
  'brackets that open': fill('['),
  'brackets that open and close': mirrored('[', ']'),
  'brackets in front of parentheses': fill('[ ('),
  'brackets over lines': fill('[\n]'),
  'links that do not end': fill('[a](b'),
  'links in angles that do not end': fill('[a](<b'),
  'links with titles that do not end': fill('[a](b "c '),
  'links in links': mirrored('[', '](x)'),
  'images in images': mirrored('![', '](x)'),
  'parentheses in an address': `[a](${mirrored('(', ')').slice(6)})`,
  'stars that open': fill('*a '),
  'strong stars that open': fill('**a '),
  'stars and underscores': fill('*a_ '),
  'stars that open, underscores that close': mirrored('*a ', ' a_'),
  'stars of all lengths': fill('*a **b ***c '),
  'strokes that open': fill('~~a '),
  'marks of all kinds': fill('*_`['),
  'mixed marks': fill('_**[a_'),
  backticks: fill('`'),
  'backticks of all lengths': counted(190, (number) => `e${'`'.repeat(number)}`),
  'fences of all lengths': counted(190, (number) => `${'`'.repeat(number + 3)}\n`),
  fences: fill('```\n'),
  'quotes in quotes': fill('> '),
  'quotes in quotes, then lines': after('> '.repeat(100), 'a\n'),
  'quotes in quotes on many lines': fill(`${'> '.repeat(35)}a\n`),
  'lists in lists': counted(195, (number) => `${' '.repeat(number)}- a\n`),
  'lists in lists on one line': fill('- '),
  'numbered lists on one line': fill('1. '),
  'lists in lists, then lines': after('- '.repeat(19), 'x\n'),
  'quotes and lists in turn': fill('> - '),
  'quotes and lists, then lines': after('> - '.repeat(12), 'x\n'),
  'lists that change their mark': fill('- a\n* a\n+ a\n'),
  'empty items': fill('-\n'),
  'headings under lines': fill('a\n=\n'),
  'lines without end': fill('a\n'),
  'definitions of links': counted(1600, (number) => `[${number}]: x\n`),
  'definitions of one link': fill('[a]: u\n'),
  'definitions with titles that do not end': fill("[a]: /u 'x\n"),
  'definitions on one line': fill('[a]: '),
  'a long definition used often': `[x]: ${'y'.repeat(5000)}\n\n${fill('[x]', 14_900)}`,
  'tables of many columns': `${'a|'.repeat(2000)}\n${'-|'.repeat(2000)}\n${fill('a\n', 11_000)}`,
  'tables of few rows and many columns': `${fill('a|', 9900)}\n${fill('-|', 9900)}\na`,
  'tables of empty rows': after('|a|b|c|d|e|f|g|h|\n|-|-|-|-|-|-|-|-|\n', '|\n'),
  tables: fill('a|b\n-|-\n'),
  'escaped columns': after('|a|\n|-|\n|', '\\|'),
  'one footnote used often': `[^1]: x\n\n${fill('[^1]', 19_000)}`,
  'footnotes that use themselves': after('[^1]\n\n[^1]: ', '[^1] '),
  'footnotes that use each other': `[^1]: ${fill('[^2]', 9900)}\n\n[^2]: ${fill('[^1]', 9900)}\n\n[^1]`,
  'many footnotes': `${counted(900, (number) => `[^${number}]`)}\n\n${counted(900, (number) => `[^${number}]: x\n\n`)}`,
  'footnotes that do not end': after('[^1]: x\n\n', '[^'),
  'footnotes in footnotes': mirrored('^[', ']'),
  'footnotes in the text': fill('^[a]'),
  'footnotes in images': fill('![^[a]](b)'),
  'footnotes without a name': fill('[^]: '),
  'addresses one after the other': fill('http://a.b '),
  'addresses without a space': fill('ahttp://a.b/'),
  'addresses behind code': after('`', '`?a=http://a.b'),
  'addresses without a scheme': fill('//a.bhttp://a.b'),
  'mail addresses without a space': fill('?mailto:a@b.chttp://a.b'),
  'mail addresses': fill('mailto:a@b.c '),
  'one long address': after('http://a.b/', '/a'),
  'one long host': after('http://', 'a.'),
  'brackets in an address': after('http://a.b/', '['),
  'parentheses without end in an address': after('http://a.b/', '('),
  'quotes in an address': after('http://a.b/', '"'),
  'schemes only': fill('http:'),
  'slashes only': fill('//'),
  'angles that open': fill('<'),
  'addresses in angles': fill('<http://a.b>'),
  'tags that do not end': fill('<a b="'),
  'comments that do not end': fill('<!--'),
  'instructions that do not end': fill('<?'),
  'declarations that do not end': fill('<!A '),
  'data that does not end': fill('<![CDATA['),
  entities: fill('&ngE;'),
  'entities that do not end': fill('&#1'),
  'characters that grow': fill('"'),
  backslashes: fill('\\'),
  'hard line breaks': fill('a  \n'),
  spaces: `a${fill(' ', LIMIT - 2)}b`,
  tabs: fill('\t'),
  'empty lines': fill('\n '),
  'one word': fill('a'),
  emoji: fill('😀'),
  'characters of other alphabets': fill('漢ž'),
};
