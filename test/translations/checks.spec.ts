import { check } from '../../src/translations/checks/checks';
import type { Checked } from '../../src/translations/checks/finding';
import { PATHOLOGICAL } from '../support/pathological';

const found = (source: string, text: string, more: Partial<Checked> = {}) =>
  check({ source, text, from: 'sl', to: 'sv', form: 'markdown', kind: 'paragraph', ...more }).map(
    ({ kind, value }) => `${kind} ${value}`,
  );

describe('Checks of a translation', () => {
  it.each([
    ['Znesek je 256.208,82 EUR.', 'Beloppet är 256 208,82 euro.'],
    ['Znesek je 1234,5 EUR.', 'Beloppet är 1\u00a0234,5 euro.'],
    ['Od 1. 5. 2012 do 30. 6. 2013.', 'Från den 1 maj 2012 till den 30 juni 2013.'],
    ['Dne 1. 10. 2026 ob 9.30.', 'Den 2026-10-01 kl. 9.30.'],
    ['Imamo 3 člane in 90 % sredstev.', 'Vi har tre medlemmar och 90\u00a0% av medlen.'],
    ['Program H2020, COVID-19.', 'Programmet H2020, covid-19.'],
    ['Leta 2014 100 članov.', 'År 2014 100 medlemmar.'],
    ['007 in 1,50', '7 och 1,5'],
  ])('know the numbers of "%s" again', (source, text) => {
    expect(found(source, text)).toEqual([]);
    expect(found(source, text).concat(found(text, source, { from: 'sv', to: 'sl' }))).toEqual([]);
  });

  it('miss numbers that are other ones, and say how they would be written', () => {
    expect(found('Znesek je 256.208,82 EUR.', 'Beloppet är 25 620,82 euro.')).toEqual([
      'number 256\u00a0208,82',
    ]);
    expect(found('Leta 2026.', 'År 2025.')).toEqual(['number 2026']);
    expect(found('Veliko.', 'Mycket, 300.')).toEqual(expect.arrayContaining(['number 300']));
    expect(found('Znesek: 1.500 EUR.', 'Belopp: 1.500 euro.')).toEqual(['number_format 1\u00a0500']);
    expect(found('0,5 odstotka.', '0.5 percent.', { to: 'en' })).toEqual([]);
    expect(found('0,5 odstotka.', '5 percent.', { to: 'en' })).toEqual(['number 0.5']);
  });

  it('hold to placeholders, code, footnotes, links and mentions', () => {
    expect(found('Živjo {{name}}!', 'Hej {{namn}}!')).toEqual([
      'placeholder {{name}}',
      'placeholder {{namn}}',
    ]);
    expect(found('Glej `npm test`.', 'Se `npm prov`.')).toEqual(['code `npm test`', 'code `npm prov`']);
    expect(found('Glej[^1].', 'Se.')).toEqual(['footnote [^1]']);
    expect(found('Glej [tu](https://example.org/sl).', 'Se här.')).toEqual(['link https://example.org/sl']);
    expect(found('Hvala, @ana.', 'Tack, Ana.')).toEqual(['mention @ana']);
    expect(found('Pišite na ana@example.org.', 'Skriv till ana@example.org.')).toEqual([]);
    expect(found('Glej `npm test` in `a`', 'Se `a` och `npm test`')).toEqual([]);
  });

  it('see broken Markdown', () => {
    expect(found('[tu](https://example.org)', '[här](https://example.org')).toEqual(['markup [ ]( )']);
    expect(found('Ukaz `a`', 'Kommandot `a')).toEqual(expect.arrayContaining(['markup `']));
    expect(found('Zelo **pomembno**', 'Mycket viktigt')).toEqual(['markup **']);
    expect(found('a | b', 'a', { kind: 'row' })).toEqual(['cells 2']);
    expect(found('2 * 3', '2 * 3 * 1', { form: 'line' })).toEqual([]);
  });

  it('see what was only copied, and signs that differ', () => {
    expect(found('Skupno delo', 'Skupno delo')).toEqual(['untranslated ']);
    expect(found('COOP', 'COOP')).toEqual([]);
    expect(found('https://example.org/a', 'https://example.org/a')).toEqual([]);
    expect(found('Ali delate?', 'Ni arbetar.')).toEqual(['ending ?']);
    expect(found('Delamo.', 'Vi  arbetar.')).toEqual(['spaces i  a']);
    expect(found('Delamo, dobro.', 'Vi arbetar , bra.')).toEqual(['spaces r ,']);
    expect(found('»Da«', '"Ja"')).toEqual(['quotes ”…”']);
    expect(found('Delamo.', '')).toEqual([]);
  });

  it('take little time whatever the text is', () => {
    for (const [name, text] of Object.entries(PATHOLOGICAL)) {
      const cost = () => {
        const before = process.cpuUsage();
        found(text, `${text}ž`);
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1000;
      };
      expect({ name, slow: Math.min(cost(), cost()) > 200 }).toEqual({ name, slow: false });
    }
  });
});
