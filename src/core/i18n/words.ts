import { createInstance, type TFunction } from 'i18next';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FALLBACK_LOCALE, LOCALES, type Locale } from './locales';
import type { Key, Values } from './keys';

const FOLDER = join(__dirname, '../../../locales');

function readNamespaces(locale: Locale): Record<string, object> {
  const files = readdirSync(join(FOLDER, locale)).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    files.map((name) => [
      name.replace('.json', ''),
      JSON.parse(readFileSync(join(FOLDER, locale, name), 'utf8')) as object,
    ]),
  );
}

const i18n = createInstance({
  lng: FALLBACK_LOCALE,
  fallbackLng: false,
  supportedLngs: [...LOCALES],
  resources: Object.fromEntries(LOCALES.map((locale) => [locale, readNamespaces(locale)])),
  ns: Object.keys(readNamespaces(FALLBACK_LOCALE)),
  interpolation: { escapeValue: false },
  returnNull: false,
});
void i18n.init({ initAsync: false });

const fixed = Object.fromEntries(LOCALES.map((locale) => [locale, i18n.getFixedT(locale)])) as Record<
  Locale,
  TFunction
>;

/** `t()` costs more than rendering, so what depends on the key (and a count) alone is remembered. */
const remembered = new Map<string, string>();

/** The words of the interface for a key, in one language. Missing keys are caught by the architecture test. */
export function say(locale: Locale, key: Key, values?: Values): string {
  const names = values ? Object.keys(values) : [];
  const memorable = names.length === 0 || (names.length === 1 && names[0] === 'count');
  if (!memorable) return fixed[locale](key, values ?? {});
  const id = `${locale} ${key} ${String(values?.count ?? '')}`;
  const known = remembered.get(id);
  if (known !== undefined) return known;
  const words = fixed[locale](key, values ?? {});
  if (remembered.size > 20_000) remembered.clear();
  remembered.set(id, words);
  return words;
}

export function isKey(value: string): value is Key {
  return i18n.exists(value);
}
