import { type Endings, irregular, without } from './endings';

/**
 * Endings of nouns and adjectives are one vowel; what they change before it is evened out (banca, banche). Verbs lose
 * the endings of their three conjugations; those with another stem in the past are listed.
 */
const IMPERFECT = ['vo', 'vi', 'va', 'vamo', 'vate', 'vano'];
const SUBJUNCTIVE = ['ssi', 'sse', 'ssimo', 'ste', 'ssero', 'sti'];
const FUTURE = ['ò', 'ai', 'à', 'emo', 'ete', 'anno', 'ei', 'esti', 'ebbe', 'emmo', 'este', 'ebbero'];
const PARTICIPLES = ['o', 'a', 'i', 'e'];
const VERBS: Endings = {
  least: 3,
  endings: [
    ...['a', 'e', 'i'].flatMap((vowel) => [
      ...[...IMPERFECT, ...SUBJUNCTIVE, 're', 'rsi', 'te', 'ndo'].map((ending) => vowel + ending),
    ]),
    ...['er', 'ir'].flatMap((vowel) => FUTURE.map((ending) => vowel + ending)),
    ...['at', 'ut', 'it'].flatMap((made) => PARTICIPLES.map((ending) => made + ending)),
    ...['iamo', 'iate', 'ano', 'ono', 'iamoci', 'ò', 'é', 'ì', 'ai', 'ei', 'ii', 'ammo', 'emmo', 'immo'],
    ...[
      'arono',
      'erono',
      'irono',
      'isco',
      'isci',
      'isce',
      'iscono',
      'isca',
      'iscano',
      'ino',
      'ante',
      'anti',
      'ente',
    ],
    ...['enti', 'arlo', 'arla', 'arli', 'arle', 'arne'],
  ],
};
const PLAIN: Endings = { least: 2, endings: ['a', 'e', 'i', 'o', 'ia', 'ie', 'io', 'à', 'ù', 'ò', 'é'] };
/** -tore and -trice, as in lavoratore, lavoratrice. */
const AGENTS = /(?<=..[ts])(?:ore|ori|rice|rici)$/;

const IRREGULAR = irregular(`
  uomo: uomini
  uovo: uova
  dito: dita
  braccio: braccia
  dio: dei
  essere: sono sei è siamo siete era eri erano sarà saranno stato stata stati state sia siano essendo sarebbe
  avere: ho hai ha abbiamo avete hanno aveva avevano avrà avranno avuto avuta avuti avute abbia abbiano avendo avrebbe
  fare: faccio fai fa facciamo fate fanno faceva facevano farà faranno fatto fatta fatti fatte faccia facciano facendo
  andare: vado vai va andiamo andate vanno andrà andranno vada vadano
  dare: do dai dà diamo date danno dava davano darà daranno dato data dati dia diano dando
  stare: sto stai sta stiamo stanno stava stavano starà stia stiano stando
  dire: dico dici dice diciamo dite dicono diceva dirà detto detta detti dette dica dicano dicendo
  potere: posso puoi può possiamo potete possono poteva potevano potrà potranno possa possano potrebbe potrebbero
  dovere: devo devi deve dobbiamo dovete devono doveva dovevano dovrà dovranno debba debbano dovrebbe dovrebbero
  volere: voglio vuoi vuole vogliamo volete vogliono vorrà voglia vogliano vorrebbe
  sapere: so sai sa sappiamo sapete sanno saprà sappia
  venire: vengo vieni viene veniamo venite vengono verrà verranno venuto venuta venuti venute venga vengano
  tenere: tengo tieni tiene teniamo tengono terrà terranno tenuto tenuta tenuti tenute tenga tengano
  mantenere: mantengo mantiene mantengono manterrà mantenuto mantenuta mantenga
  ottenere: ottengo ottiene ottengono otterrà ottenuto ottenuta ottenuti ottenga
  sostenere: sostengo sostieni sostiene sosteniamo sostenete sostengono sosterrà sostenuto sostenuta sostenuti sostenute sostenga
  rimanere: rimango rimani rimane rimangono rimarrà rimasto rimasta rimasti
  prendere: preso presa presi prese
  comprendere: compreso compresa compresi comprese
  mettere: messo messa messi messe mise misero
  permettere: permesso permessa permessi permesse
  promettere: promesso promessa promessi
  scrivere: scritto scritta scritti scritte scrisse
  leggere: letto letta letti lette lesse
  decidere: deciso decisa decisi decise
  condividere: condiviso condivisa condivisi condivise
  dividere: diviso divisa divisi divise
  chiedere: chiesto chiesta chiesti chieste chiese
  richiedere: richiesto richiesta richiesti richieste
  rispondere: risposto risposta risposti risposte
  promuovere: promosso promossa promossi promosse
  muovere: mosso mossa mossi
  svolgere: svolto svolta svolti svolte svolga
  coinvolgere: coinvolto coinvolta coinvolti coinvolte
  rivolgere: rivolto rivolta rivolti rivolte
  raggiungere: raggiunto raggiunta raggiunti raggiunte
  aggiungere: aggiunto aggiunta aggiunti aggiunte
  raccogliere: raccolgo raccolgono raccolto raccolta raccolti raccolte
  accogliere: accolgo accolgono accolto accolta accolti accolte
  scegliere: scelgo scelgono scelto scelta scelti scelte
  produrre: produco produci produce produciamo producete producono producendo produceva prodotto prodotta prodotti prodotte produrrà
  ridurre: riduco riduce riducono riducendo ridotto ridotta ridotti ridotte
  tradurre: traduco traduci traduce traduciamo traducete traducono traducendo traduceva tradotto tradotta tradotti tradotte
  condurre: conduco conduce conducono condotto condotta condotti condotte
  proporre: propongo proponi propone proponiamo proponete propongono proponendo proponeva proposto proposta proposti proposte proporrà
  disporre: dispongo dispone dispongono disposto disposta disposti disposte
  esporre: espongo espone espongono esposto esposta esposti esposte
  comporre: compongo compone compongono composto composta composti composte
  aprire: aperto aperta aperti aperte
  offrire: offerto offerta offerti offerte
  scoprire: scoperto scoperta scoperti scoperte
  vedere: visto vista visti viste veduto vedrà
  prevedere: previsto prevista previsti previste prevedrà
  nascere: nato nata nati nate
  crescere: cresciuto cresciuta cresciuti cresciute
  conoscere: conosciuto conosciuta conosciuti conosciute
  vivere: vissuto vissuta vissuti vivrà
  vincere: vinto vinta vinti vinte
  esistere: esistito
  discutere: discusso discussa discussi discusse
  concludere: concluso conclusa conclusi concluse
  includere: incluso inclusa inclusi incluse
  escludere: escluso esclusa esclusi escluse
  diffondere: diffuso diffusa diffusi diffuse
  redigere: redatto redatta redatti redatte
  dirigere: diretto
  correggere: corretto
  emettere: emesso emessa
  stabilire: stabilito
`);

/** Letters that are written otherwise before another vowel: banche, luoghi. */
const EVENED: readonly [RegExp, string][] = [
  [/(?<=[cg])h$/, ''],
  [/(?<=.[^aeiou])i$/, ''],
  [/(?<=[cg])i$/, ''],
];

export function italian(word: string): string[] {
  const known = IRREGULAR.get(word) ?? [];
  const agent = AGENTS.test(word) ? [word.replace(AGENTS, 'or')] : [];
  const regular = [...agent, ...without(word, PLAIN), ...without(word, VERBS)];
  const stems = [...known.flatMap((lemma) => [lemma, ...without(lemma, VERBS)]), ...regular].map(even);
  return [...new Set(stems.length > 0 ? stems : [word])];
}

const even = (stem: string): string =>
  EVENED.reduce((changed, [what, by]) => changed.replace(what, by), stem);
