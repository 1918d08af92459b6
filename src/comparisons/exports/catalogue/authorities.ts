import type { Locale } from '../../../core/i18n/locales';

/** Tables of the Publications Office, which DCAT-AP asks for. */
const AUTHORITY = 'http://publications.europa.eu/resource/authority';

/** By ISO 639-1: the languages of the Union. */
const LANGUAGES: Record<string, string> = {
  ...{ bg: 'BUL', cs: 'CES', da: 'DAN', de: 'DEU', el: 'ELL', en: 'ENG', es: 'SPA', et: 'EST', fi: 'FIN' },
  ...{ fr: 'FRA', ga: 'GLE', hr: 'HRV', hu: 'HUN', it: 'ITA', lt: 'LIT', lv: 'LAV', mt: 'MLT', nl: 'NLD' },
  ...{ pl: 'POL', pt: 'POR', ro: 'RON', sk: 'SLK', sl: 'SLV', sv: 'SWE', no: 'NOR', is: 'ISL', uk: 'UKR' },
};

/** By ISO 3166-1 alpha-2: the Union, its neighbours, and those who may join. */
const COUNTRIES: Record<string, string> = {
  ...{ AT: 'AUT', BE: 'BEL', BG: 'BGR', CY: 'CYP', CZ: 'CZE', DE: 'DEU', DK: 'DNK', EE: 'EST', ES: 'ESP' },
  ...{ FI: 'FIN', FR: 'FRA', GR: 'GRC', HR: 'HRV', HU: 'HUN', IE: 'IRL', IT: 'ITA', LT: 'LTU', LU: 'LUX' },
  ...{ LV: 'LVA', MT: 'MLT', NL: 'NLD', PL: 'POL', PT: 'PRT', RO: 'ROU', SE: 'SWE', SI: 'SVN', SK: 'SVK' },
  ...{ GB: 'GBR', IS: 'ISL', LI: 'LIE', NO: 'NOR', CH: 'CHE', AL: 'ALB', BA: 'BIH', GE: 'GEO', MD: 'MDA' },
  ...{ ME: 'MNE', MK: 'MKD', RS: 'SRB', TR: 'TUR', UA: 'UKR', XK: 'XKX' },
};

const LICENCES: Record<string, string> = {
  ...{ 'CC BY 4.0': 'CC_BY_4_0', 'CC BY-SA 4.0': 'CC_BYSA_4_0', 'CC0 1.0': 'CC0' },
  ...{ 'CC BY-NC 4.0': 'CC_BYNC_4_0', 'CC BY-ND 4.0': 'CC_BYND_4_0' },
};

const address = (table: string, code: string | undefined): string[] =>
  code === undefined ? [] : [`${AUTHORITY}/${table}/${code}`];

export const languageAddress = (locale: Locale): string[] => address('language', LANGUAGES[locale]);
export const countryAddress = (code: string): string[] => address('country', COUNTRIES[code]);
export const licenceAuthority = (licence: string): string[] => address('licence', LICENCES[licence]);
export const fileType = (code: string): string => `${AUTHORITY}/file-type/${code}`;
export const themeAddress = (code: string): string => `${AUTHORITY}/data-theme/${code}`;
export const THEMES = `${AUTHORITY}/data-theme`;
export const OPEN_TO_ALL = `${AUTHORITY}/access-right/PUBLIC`;
export const STAYS = `${AUTHORITY}/planned-availability/STABLE`;
