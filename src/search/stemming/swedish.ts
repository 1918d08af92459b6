import { type Endings, irregular, without } from './endings';

/**
 * Definite forms, plurals and genitives, adjectives and verbs, and what they change within the word. Vowels that change
 * in the plural (stad, städer) and strong verbs are listed; they are known in compounds too (huvudstäder).
 */
const NOUNS = [
  ...[
    'en',
    'n',
    'et',
    't',
    'ar',
    'er',
    'or',
    'r',
    'arna',
    'erna',
    'orna',
    'rna',
    'na',
    'ena',
    'a',
    'e',
    'ne',
  ],
  ...['iet', 'ierna', 'ier', 'um'],
];
const ADJECTIVES = ['are', 'ast', 'aste', 'tt', 'ta'];
const VERBS = [
  ...[
    'ar',
    'as',
    'at',
    'ats',
    'ad',
    'ade',
    'ades',
    'er',
    'te',
    'tes',
    'ts',
    'de',
    'des',
    'd',
    'da',
    'tt',
    'tts',
  ],
  ...['dde', 'ddes', 'dd', 'dda', 'ande', 'ende', 'nde'],
];
const ENDINGS: Endings = { least: 3, endings: [...new Set([...NOUNS, ...ADJECTIVES, ...VERBS])] };
/** What even words of two letters take: år, by. */
const SHORT: Endings = { least: 2, endings: ['en', 'n', 'et', 'ar', 'arna'] };

/** At the end of a word, alone or of a compound. */
const VOWELS: readonly [RegExp, string][] = [
  ...[
    ['städ', 'stad'],
    ['länd', 'land'],
    ['händ', 'hand'],
    ['nätt', 'natt'],
    ['böck', 'bok'],
    ['rött', 'rot'],
  ],
  ...[
    ['fött', 'fot'],
    ['sön', 'son'],
    ['bönd', 'bond'],
    ['ledamöt', 'ledamot'],
    ['tänd', 'tand'],
  ],
  ...[
    ['stränd', 'strand'],
    ['döttr', 'dotter'],
    ['bröd', 'broder'],
  ],
].map(([plural, singular]) => [new RegExp(`${plural}(?:r?ar|e?r)(?:na)?s?$`), singular!]);

const IRREGULAR = irregular(`
  man: män männen männens mannen mannens mans mäns
  gås: gäss
  öga: ögon ögonen ögats ögat
  öra: öron öronen örat
  bra: bättre bäst bästa
  god: bättre bäst bästa gott goda
  dålig: sämre sämst sämsta
  stor: större störst största
  liten: litet lilla små mindre minst minsta
  lång: längre längst längsta
  ung: yngre yngst yngsta
  gammal: gammalt gamla äldre äldst äldsta
  hög: högre högst högsta
  låg: lägre lägst lägsta
  tung: tyngre tyngst tyngsta
  många: fler flera flest flesta
  ny: nytt nya nyare nyast nyaste
  vara: är var varit vore
  ha: har hade haft
  bli: blir blev blivit bliva
  få: får fick fått
  gå: går gick gått gående
  stå: står stod stått stående
  ge: ger gav gett givit ges gavs givet given givna
  ta: tar tog tagit tas togs tagen taget tagna
  se: ser såg sett ses sågs
  göra: gör gjorde gjort görs gjordes gjord gjorda
  säga: säger sade sa sagt
  veta: vet visste vetat
  vilja: vill ville velat
  kunna: kan kunde kunnat
  skola: ska skall skulle
  komma: kommer kom kommit
  hålla: håller höll hållit hålls hölls hållen hållet hållna
  finna: finner fann funnit finns fanns funnen funnet funna
  skriva: skriver skrev skrivit skrivs skrevs skriven skrivet skrivna
  driva: driver drev drivit drivs drevs driven drivet drivna
  bidra: bidrar bidrog bidragit
  delta: deltar deltog deltagit
  anta: antar antog antagit antas antogs antagen antaget antagna
  föreslå: föreslår föreslog föreslagit föreslås föreslogs föreslagen föreslaget föreslagna
  förstå: förstår förstod förstått
  besluta: beslutar beslutade beslutat beslutas beslutades
  sprida: sprider spred spridit sprids spreds spridd spritt spridda
  bryta: bryter bröt brutit
  bjuda: bjuder bjöd bjudit
  dra: drar drog dragit
  välja: väljer valde valt väljs valdes vald valda
  sälja: säljer sålde sålt säljs såldes såld sålda
  lägga: lägger lade lagt läggs lades lagd lagda
  sätta: sätter satte satt sätts sattes
  vinna: vinner vann vunnit vunnen vunna
  binda: binder band bundit bunden bundna
  sitta: sitter satt suttit
  ligga: ligger låg legat
  leda: leder ledde lett leds leddes letts ledd ledda
  leva: lever levde levt
  låta: låter lät låtit
  äta: äter åt ätit
`);

/** Before these syllables forms lose their vowel (medel, medlen; nummer, numret), and at the end they double letters. */
const EVENED: readonly [RegExp, string][] = [
  [/(?<=[^aeiouyåäö])e(?=[lnr]$)/, ''],
  [/(?<=[^aeiouyåäö])([bdfgklmnprst])\1(?=[lnr]$)/, '$1'],
  [/([bdfgklmnprst])\1(?=[lnr]?$)/, '$1'],
];

export function swedish(word: string): string[] {
  const bare = word.replace(/(?<=..[^s])s$|(?<=^[^s]{2})s$/, '');
  const known = [word, bare].flatMap((form) => IRREGULAR.get(form) ?? []);
  const [vowel] = VOWELS.filter(([plural]) => plural.test(word));
  const forms = vowel ? [word.replace(vowel[0], vowel[1])] : known.length > 0 ? known : [word, bare];
  return [...new Set(forms.flatMap(withoutEndings).map(even))];
}

const withoutEndings = (form: string): string[] => [form, ...without(form, ENDINGS), ...without(form, SHORT)];

const even = (stem: string): string =>
  stem.length < 4 ? stem : EVENED.reduce((changed, [what, by]) => changed.replace(what, by), stem);
