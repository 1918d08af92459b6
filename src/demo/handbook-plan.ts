import type { TranslationStatus } from '../core/database/translation';
import type { Locale } from '../core/i18n/locales';

export const ORIGINAL = 'sl';
export const LICENCE = 'CC BY 4.0';

export interface Planned {
  slug: string;
  numbered?: false;
  /** What stood there when some translations were made, and what stands there now. */
  changed?: { before: string; after: string };
  below?: Planned[];
}

/** Parts, chapters and sections in the order of reading. */
export const PLAN: Planned[] = [
  { slug: 'uvod', numbered: false },
  { slug: 'zakaj-sodelovati', changed: { before: 'preprostejše.', after: 'preprostejše in poštenejše.' } },
  {
    slug: 'sodelovanje-treh-sektorjev',
    below: [
      { slug: 'kdo-sedi-za-mizo' },
      {
        slug: 'javno-narocanje',
        changed: {
          before: 'zapisano v razpisu.',
          after: 'zapisano v razpisu. Poglavje zato začne pri razrezu naročila in šele potem pride do meril.',
        },
        below: [{ slug: 'pogovor-pred-razpisom' }, { slug: 'sklopi-in-merila' }],
      },
      { slug: 'solidarnostne-mreze', changed: { before: 'v enem letu', after: 'v pol leta' } },
    ],
  },
  {
    slug: 'dobre-prakse',
    below: [
      { slug: 'kako-opisemo-prakso' },
      { slug: 'kako-presodimo-prakso' },
      { slug: 'prakse-v-pripravi' },
    ],
  },
  { slug: 'ucinki-in-prenosljivost', below: [{ slug: 'kako-merimo-ucinke' }, { slug: 'prenosljivost' }] },
  { slug: 'od-pogovora-do-politike' },
];

/** How the files of each language came about. */
export const MADE: Record<Locale, { status: TranslationStatus; origin: string; by: string | null }> = {
  it: { status: 'reviewed', origin: 'person', by: 'translator' },
  sv: { status: 'reviewed', origin: 'person', by: 'translator' },
  en: { status: 'machine', origin: 'machine:demo', by: null },
};

/** Translations of what the original said before it was changed. */
export const OUTDATED = new Set(['it solidarnostne-mreze', 'sv zakaj-sodelovati', 'sv javno-narocanje']);

export const HANDBOOK: Record<Locale, { title: string; subtitle: string; summary: string }> = {
  sl: {
    title: 'Priročnik dobrih praks',
    subtitle: 'Sodelovanje občin, podjetij in socialnih podjetij, od prvega pogovora do naročila',
    summary:
      'Kako se trije sektorji srečajo za isto mizo, kako iz pogovora nastane naročilo, ki ga lahko izpolni več ponudnikov, in kako opišemo, kar je uspelo, da lahko to ponovi tudi nekdo drug. Predstavitveni priročnik.',
  },
  it: {
    title: 'Manuale delle buone pratiche',
    subtitle: 'La cooperazione tra comuni, imprese e imprese sociali, dal primo colloquio all’appalto',
    summary:
      'Come tre settori si incontrano allo stesso tavolo, come da un colloquio nasce un appalto al quale possono rispondere in molti e come si descrive ciò che è riuscito, perché anche altri possano ripeterlo. Manuale dimostrativo.',
  },
  en: {
    title: 'Handbook of good practices',
    subtitle:
      'Cooperation of municipalities, companies and social enterprises, from the first talk to the order',
    summary:
      'How three sectors meet at the same table, how an order that more bidders can fulfil arises from a talk, and how we describe what succeeded so that somebody else can repeat it too. A handbook for demonstration.',
  },
};

export const FIGURES: { name: string; alt: Record<Locale, string> }[] = [
  {
    name: 'three-sectors',
    alt: {
      sl: 'Trije krogi s številkami 1, 2 in 3 se prekrivajo; skupni del vseh treh je obarvan in ima v sredini piko.',
      it: 'Tre cerchi con i numeri 1, 2 e 3 si sovrappongono; la parte comune a tutti e tre è colorata e ha un punto al centro.',
    },
  },
  {
    name: 'five-steps',
    alt: {
      sl: 'Pet krogov na črti, ki se dviga: okoli prvega stojijo stoli, peti je poln.',
      it: 'Cinque cerchi su una linea che sale: attorno al primo ci sono delle sedie, il quinto è pieno.',
    },
  },
];
