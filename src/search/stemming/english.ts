import { irregular } from './endings';

/** Plurals, the forms of verbs and degrees of comparison; what derives new words (-ation, -ment) stays. */
const IRREGULAR = irregular(`
  be: am is are was were been being
  have: has had having
  do: does did done doing
  go: goes went gone going
  man: men
  woman: women
  child: children
  person: people persons
  foot: feet
  mouse: mice
  analysis: analyses
  basis: bases
  crisis: crises
  hypothesis: hypotheses
  thesis: theses
  synthesis: syntheses
  criterion: criteria
  phenomenon: phenomena
  medium: media mediums
  forum: fora forums
  datum: data
  curriculum: curricula
  memorandum: memoranda
  index: indices indexes
  appendix: appendices
  life: lives
  half: halves
  shelf: shelves
  leaf: leaves
  wife: wives
  self: selves
  knife: knives
  thief: thieves
  good: better best well
  bad: worse worst
  far: further furthest farther
  little: less least
  many: more most much
  make: made makes making
  give: gave given gives giving
  take: took taken takes taking
  undertake: undertook undertaken undertakes undertaking
  get: got gotten gets getting
  hold: held holds holding
  lead: led leads leading
  feed: fed feeds feeding
  read: reads reading
  meet: met meets meeting
  keep: kept keeps keeping
  leave: left leaves leaving
  feel: felt feels feeling
  mean: meant means meaning
  send: sent sends sending
  spend: spent spends spending
  lend: lent lends lending
  build: built builds building
  find: found finds finding
  bind: bound binds binding
  grow: grew grown grows growing
  know: knew known knows knowing
  show: showed shown shows showing
  draw: drew drawn draws drawing
  throw: threw thrown throws throwing
  see: saw seen sees seeing
  say: said says saying
  pay: paid pays paying
  sell: sold sells selling
  tell: told tells telling
  think: thought thinks thinking
  bring: brought brings bringing
  buy: bought buys buying
  teach: taught teaches teaching
  seek: sought seeks seeking
  fight: fought fights fighting
  catch: caught catches catching
  write: wrote written writes writing
  ride: rode ridden rides riding
  drive: drove driven drives driving
  rise: rose risen rises rising
  arise: arose arisen arises arising
  choose: chose chosen chooses choosing
  speak: spoke spoken speaks speaking
  break: broke broken breaks breaking
  begin: began begun begins beginning
  run: ran runs running
  win: won wins winning
  come: came comes coming
  become: became becomes becoming
  overcome: overcame overcomes overcoming
  understand: understood understands understanding
  stand: stood stands standing
  lose: lost loses losing
  hear: heard hears hearing
  sit: sat sits sitting
  eat: ate eaten eats eating
  fall: fell fallen falls falling
  bear: bore borne born bears bearing
  wear: wore worn wears wearing
  lie: lay lain lies lying
  die: dies died dying
  tie: ties tied tying
`);
const DOUBLED = /([bdfgklmnprt])\1$/;
const BRITISH: readonly [RegExp, string][] = [
  [/(?<=.{3})(i|y)z(?=(?:e|es|ed|ing|er|ers|ations?)$)/, '$1s'],
  [/(?<=(?:lab|fav|behavi|neighb|hon|col|harb|hum))or/, 'our'],
  [/(?<=(?:cent|theat|met|lit))er(?=s?$)/, 're'],
  [/(?<=progra)mme/, 'm'],
];

export function english(word: string): string[] {
  const british = BRITISH.reduce((written, [what, by]) => written.replace(what, by), word);
  return [...new Set((IRREGULAR.get(british) ?? regular(british)).map(even))];
}

const VERBAL = /^(.{3,})(ing|ed|er|est)s?$/;

function regular(word: string): string[] {
  const plural = withoutPlural(word);
  const [, stem = '', ending = ''] = VERBAL.exec(word) ?? [];
  if (!/[aeiouy]/.test(stem)) return [plural];
  const bare = stem.replace(DOUBLED, '$1');
  return ending === 'ing' || ending === 'ed' ? [bare, stem] : [plural, bare];
}

/** policies, processes, boxes, partners; but not process, status, basis. */
function withoutPlural(word: string): string {
  if (/..ies$/.test(word)) return word.replace(/ies$/, 'y');
  if (/(?:ss|sh|ch|x|zz)es$/.test(word)) return word.slice(0, -2);
  return /.{2}[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

/** Final vowels that forms lose or change: organise, organising; study, studied. */
const even = (stem: string): string => (stem.length < 4 ? stem : stem.replace(/e$/, '').replace(/i$/, 'y'));
