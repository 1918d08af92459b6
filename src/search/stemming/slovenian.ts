import { type Endings, irregular, without } from './endings';

/**
 * A light stemmer: it takes off what declension and conjugation put on, and evens out what they change within the
 * word. A word of consonants at its end may stand without an ending too (podjetij, društev, član).
 */
const NOUNS: Endings = {
  least: 3,
  endings: [
    ...[
      'a',
      'e',
      'i',
      'o',
      'u',
      'ama',
      'ami',
      'am',
      'ah',
      'ema',
      'emi',
      'em',
      'eh',
      'ih',
      'im',
      'ima',
      'imi',
    ],
    ...[
      'oma',
      'om',
      'ov',
      'ev',
      'ega',
      'emu',
      'mi',
      'ma',
      'jo',
      'ju',
      'ova',
      'ovi',
      'ove',
      'ovom',
      'ovoma',
      'ovih',
    ],
  ],
};
/** Masculine words in -r, -lj: partner, partnerja. */
const WITH_J: Endings = {
  least: 3,
  endings: ['ja', 'ju', 'jem', 'ji', 'jev', 'jih', 'je', 'jema', 'jo'],
};
const VERBS: Endings = {
  least: 3,
  endings: ['a', 'i', 'e'].flatMap((vowel) =>
    ['ti', 'm', 'š', 'va', 'ta', 'mo', 'te', 'jo', 'l', 'la', 'lo', 'li', 'le', 't', 'j', 'jte', 'jmo', 'joč']
      .map((ending) => vowel + ending)
      .filter((ending) => !NOUNS.endings.includes(ending)),
  ),
};
const PARTICIPLES: Endings = {
  least: 3,
  endings: ['an', 'en'].flatMap((made) =>
    ['', 'a', 'o', 'i', 'e', 'ega', 'emu', 'em', 'im', 'ih', 'ima', 'imi'].map((ending) => made + ending),
  ),
};
/** Endings of adjectives; what they belong to says which other changes may have been made before them. */
const ADJECTIVAL = '(?:[aeio]?|ega|emu|em|im|ih|ima|imi)$';
const COMPARED = new RegExp(`^(?:naj)?(.{3,})ejš(?=${ADJECTIVAL})`);
const PARTICIPLE = new RegExp(`^(.{2,})en${ADJECTIVAL}`);
/** Verbs in -ovati have -uj- in the present: svetovati, svetujem. */
const OFTEN = /(?<=.{2})[oe]v$/;
/** What a verb in -iti does before -en: pripraviti, pripravljen; graditi, grajen; nositi, nošen. */
const SOFTENED: readonly [RegExp, string][] = [
  [/(?<=[vpbmf])lj$/, ''],
  [/(?<=[lrn])j$/, ''],
  [/j$/, 'd'],
  [/š$/, 's'],
  [/ž$/, 'z'],
  [/č$/, 't'],
  [/šč$/, 'st'],
];

const IRREGULAR = irregular(`
  človek: človeka človeku človekom človekoma ljudje ljudi ljudem ljudmi ljudeh
  mati: matere materi materjo mater materama materah materami
  hči: hčere hčeri hčerjo hčer hčerama hčerah hčerami
  otrok: otroka otroku otrokom otrokoma otroci otroke otrocih otrokov
  dober: boljši boljša boljše boljšega boljšemu boljšem boljših boljšim boljšima boljšimi boljšo najboljši najboljša najboljše najboljšega najboljših najboljšo bolje najbolje
  velik: večji večja večje večjega večjemu večjem večjih večjim večjima večjimi večjo največji največja največje največjega največjih največjo
  majhen: manjši manjša manjše manjšega manjšemu manjšem manjših manjšim manjšo najmanjši najmanjša najmanjše majhna majhno majhni majhne majhnih majhnega majhnim
  visok: višji višja višje višjega višjih višjo višjim najvišji najvišja najvišje
  nizek: nižji nižja nižje nižjega nižjih nižjo najnižji najnižja najnižje nizka nizko nizki nizke nizkih nizkega nizkim
  dolg: daljši daljša daljše daljšega daljših daljšo najdaljši najdaljša najdaljše
  kratek: krajši krajša krajše krajšega krajših krajšo najkrajši najkrajša najkrajše kratka kratko kratki kratke kratkih kratkega kratkim
  širok: širši širša širše širšega širših širšo širšemu širšem širšim najširši najširša najširše
  težek: težji težja težje težjega težjih težjo najtežji najtežja najtežje težka težko težki težke težkih
  lahek: lažji lažja lažje lahka lahko lahki lahke
  biti: sem si je sva sta smo ste so bom boš bo bova bosta bomo boste bodo bil bila bilo bili bile bi nisem nisi ni nismo niste niso
  iti: grem greš gre gremo greste gredo šel šla šlo šli šle
  imeti: imam imaš ima imamo imate imajo imel imela imelo imeli imele
  moči: morem moreš more moremo morete morejo mogel mogla moglo mogli mogle
  hoteti: hočem hočeš hoče hočemo hočete hočejo hotel hotela hotelo hoteli hotele
  leto: leta letu letom letih leti let letoma
  ime: imena imenu imenom imen imenih imeni imenoma
  dan: dneva dnevu dnevom dnevi dneve dnevih dni dne dnevov dnem dnevoma
`);

/** Within a stem: what its forms differ in. */
const EVENED: readonly [RegExp, string][] = [
  [/ij$/, 'j'], // podjetij, podjetja
  [/(?<=[^aeiou])e(?=[^aeiou]$)/, ''], // center, centra; društev, društva; socialen, socialna
  [/(?<=.{2})[oe]va(?=nj?$)/, 'uj'], // sodelovanje
  [/ejm$/, 'j'], // sprejeti, sprejmem
  [/^(po|pre|ra[zs]|)išč$/, '$1isk'], // iskati, iščem
];

export function slovenian(word: string): string[] {
  const lemmas = IRREGULAR.get(word) ?? [word.replace(COMPARED, '$1')];
  return [...new Set(lemmas.flatMap(bare).map(even))];
}

function bare(word: string): string[] {
  const stems = [
    ...without(word, NOUNS),
    ...(/[rl]j(?:[aeiou]|em|ev|ih|ema)$/.test(word) ? without(word, WITH_J) : []),
    ...[...without(word, VERBS), ...without(word, PARTICIPLES)].map((made) => made.replace(OFTEN, 'uj')),
    ...softened(word),
  ];
  return /[aeiou]$/.test(word) && stems.length > 0 ? stems : [word, ...stems];
}

function softened(word: string): string[] {
  const made = PARTICIPLE.exec(word)?.[1] ?? '';
  return SOFTENED.filter(([what]) => what.test(made)).map(([what, by]) => made.replace(what, by));
}

function even(stem: string): string {
  if (stem.length < 4) return stem;
  return EVENED.reduce((changed, [what, by]) => changed.replace(what, by), stem);
}
