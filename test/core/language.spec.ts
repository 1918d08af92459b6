import { Language } from '../../src/core/i18n/language';
import { LOCALES, localeFromHeader, type Locale } from '../../src/core/i18n/locales';

const inAll = <Result>(say: (language: Language) => Result): Record<Locale, Result> =>
  Object.fromEntries(LOCALES.map((locale) => [locale, say(Language.of(locale, 'Europe/Ljubljana'))]));

/** No-break spaces are told apart from spaces here, since both look alike. */
const shown = (text: string): string => text.replace(/\u00A0/g, '⍽').replace(/\u202F/g, '·');

/** What ui-terms §2 to §4 ask for. */
describe('The languages of the hub', () => {
  it('write money as each language does, never rounded through a float', () => {
    expect(inAll((language) => shown(language.money('256208.82', 'EUR')))).toEqual({
      sv: '256⍽208,82⍽€',
      sl: '256.208,82⍽€',
      it: '256.208,82⍽€',
      en: '€256,208.82',
    });
    expect(inAll((language) => shown(language.money('1050000', 'SEK')))).toEqual({
      sv: '1⍽050⍽000⍽kr',
      sl: '1.050.000⍽SEK',
      it: '1.050.000⍽SEK',
      en: 'SEK⍽1,050,000',
    });
    expect(Language.of('en').money('9007199254740993.01', 'EUR')).toBe('€9,007,199,254,740,993.01');
  });

  it('write shares, days and periods as each language does', () => {
    expect(inAll((language) => shown(language.percent(0.7999)))).toEqual({
      sv: '79,99⍽%',
      sl: '79,99⍽%',
      it: '79,99%',
      en: '79.99%',
    });
    expect(inAll((language) => language.dateRange('2012-05-01', '2013-06-01'))).toEqual({
      sv: '1 maj 2012–1 juni 2013',
      sl: '1. maj 2012–1. junij 2013',
      it: '1 maggio 2012 – 1 giugno 2013',
      en: '1 May 2012 – 1 June 2013',
    });
  });

  it('keep a calendar date the same in every time zone', () => {
    expect(Language.of('en', 'Pacific/Kiritimati').calendarDate('2012-05-01')).toBe('1 May 2012');
    expect(Language.of('en', 'Pacific/Niue').calendarDate('2012-05-01')).toBe('1 May 2012');
  });

  it('say how long ago something was, and the date after a week', () => {
    const now = new Date('2026-11-21T12:00:00Z');
    expect(inAll((language) => language.ago('2026-11-21T10:00:00Z', now))).toEqual({
      sv: 'för 2 timmar sedan',
      sl: 'pred 2 urama',
      it: '2 ore fa',
      en: '2 hours ago',
    });
    expect(Language.of('sl').ago('2026-11-01T10:00:00Z', now)).toBe('1. november 2026');
  });

  it.each([
    [0, '0 sporočil'],
    [1, '1 sporočilo'],
    [2, '2 sporočili'],
    [3, '3 sporočila'],
    [4, '4 sporočila'],
    [5, '5 sporočil'],
    [11, '11 sporočil'],
    [101, '101 sporočilo'],
    [102, '102 sporočili'],
    [103, '103 sporočila'],
    [105, '105 sporočil'],
  ])('count %i in Slovenian with its dual and its genitive plural', (count, words) => {
    expect(Language.of('sl').t('rooms:count.posts', { count })).toBe(words);
  });

  it('sort by the reader’s alphabet', () => {
    const names = ['Örebro', 'Zagorje', 'Žalec', 'Čatež', 'Celje', 'Åmål', 'Indikator 10', 'Indikator 2'];
    const sorted = (locale: Locale) => Language.of(locale).sort(names, (name) => name);
    expect(sorted('sv').slice(-4)).toEqual(['Zagorje', 'Žalec', 'Åmål', 'Örebro']);
    expect(sorted('sl').slice(0, 3)).toEqual(['Åmål', 'Celje', 'Čatež']);
    expect(sorted('en').indexOf('Indikator 2')).toBeLessThan(sorted('en').indexOf('Indikator 10'));
  });

  it('choose by what a browser asks for, in order of wish', () => {
    expect(localeFromHeader('de, sl;q=0.8, it;q=0.9')).toBe('it');
    expect(localeFromHeader('sv-SE,sv')).toBe('sv');
    expect(localeFromHeader('de')).toBeUndefined();
    expect(localeFromHeader(`${'x,'.repeat(50_000)}sl`)).toBeUndefined();
  });
});
