import { remembered } from './remembered';
import { swedish } from './swedish';
import { lower } from './words';

/** Words that compounds of the field are made of: a splitter without a list finds words that are not there. */
const PARTS = `
  aktivitet analys ansvar ansökan arbete avtal avdelning bidrag bolag budget byrå data dag dialog ekonomi entreprenör
  enhet företag företagande forskning forum fond form fråga förening förvaltning grupp handling handel idé information
  innovation insats intresse intressent kapital kommitté kommun konferens kooperativ kostnad krav kunskap kvalitet land
  ledamot ledare ledning lokal län läge lösning marknad medborgare medel medlem metod miljö modell myndighet mål målgrupp
  möte nytta nämnd nätverk organisation område ordning partner partnerskap period person plan plats plattform politik
  process produkt program projekt rapport region register resa resultat riktlinje roll råd rådgivning samhälle samtal
  samarbete samordning samverkan service sektor seminarium situation skola social stat statistik strategi styrelse stöd
  system tid tjänst trygghet träff ungdom upphandling uppföljning utbildning utskott utveckling verksamhet verktyg
  vinst värde värdering webb äldre år öppen överenskommelse näringsliv tillgänglighet begrepp ordlista språk kvinna
  arbetsgrupp främjande finansiering fonder hälsa integration inköp inkludering jämförelse kontor kultur
`;

/** As they stand in compounds, by what they look like there (skol-, arbets-): the stem that is searched for. */
const PIECES = new Map(
  PARTS.trim()
    .split(/\s+/)
    .flatMap((lemma) =>
      [lemma, ...(lemma.length > 4 ? [lemma.replace(/[ae]$/, '')] : [])].map((piece) => [
        piece,
        swedish(lemma)[0]!,
      ]),
    ),
);
const LEAST = 2;

const STEMS = new Set(PIECES.values());

/** Whether compounds of the field are made of this word, in any of its forms. */
export const makesCompounds = (word: string): boolean =>
  swedish(lower(word)).some((stem) => PIECES.has(stem) || STEMS.has(stem));

/**
 * Stems of the words that a Swedish compound is made of: `socialföretagens` → those of `social` and `företag`. They are
 * for the text that is searched, not for what is searched for: företag finds socialföretag, not the other way round.
 */
export const parts = remembered((word, locale) => {
  const plain = lower(word);
  if (locale !== 'sv' || !/^\p{L}{5,40}$/u.test(plain)) return [];
  const wholes = swedish(plain);
  if (wholes.some((whole) => PIECES.has(whole))) return [];
  return [...new Set(wholes.flatMap((whole) => [...first(whole), ...last(whole)]))];
});

function first(whole: string): string[] {
  for (let cut = whole.length - LEAST; cut >= LEAST; cut -= 1) {
    const piece = PIECES.get(whole.slice(0, cut)) ?? PIECES.get(whole.slice(0, cut).replace(/s$/, ''));
    if (piece) return [piece];
  }
  return [];
}

function last(whole: string): string[] {
  for (let cut = LEAST; cut <= whole.length - LEAST; cut += 1) {
    const piece = PIECES.get(whole.slice(cut));
    if (piece) return [piece];
  }
  return [];
}
