import type { Locale } from '../../src/core/i18n/locales';

export interface Phrases {
  sentences: string[];
  points: string[];
  quotation: string;
  /** What stands before an address. */
  link: string;
}

/** What nobody in particular might say in a room, in each language of the hub. */
export const PHRASES: Record<Locale, Phrases> = {
  en: {
    sentences: [
      'We compared how the municipalities buy their services and found three different ways.',
      'The smaller ones share one buyer, which saves work but makes the decisions slower.',
      'Could somebody explain how the other countries count the people who start work again?',
      'In our region the figures of last year are not comparable, since the rules were changed in March.',
      'I agree with the proposal, but the second paragraph should say who pays.',
      'At the table we also heard that most of the workshops have no contract for longer than a year.',
      'It would help to have the question translated before we ask the members.',
      'The visit showed that good practice travels when two people know each other.',
      'Perhaps we should begin with what can be measured and leave the rest for the autumn.',
    ],
    points: ['what was tried', 'who took part, and for how long', 'what it cost per person'],
    quotation: 'Nobody asked us before, so we did not know that our experience was worth anything.',
    link: 'The notes are at',
  },
  sv: {
    sentences: [
      'Vi jämförde hur kommunerna köper sina tjänster och fann tre olika sätt.',
      'De mindre delar på en inköpare, vilket sparar arbete men gör besluten långsammare.',
      'Kan någon förklara hur de andra länderna räknar dem som börjar arbeta igen?',
      'I vår region går förra årets siffror inte att jämföra, eftersom reglerna ändrades i mars.',
      'Jag håller med om förslaget, men andra stycket borde säga vem som betalar.',
      'Vid bordet fick vi också höra att de flesta verkstäder saknar avtal längre än ett år.',
      'Det vore bra att få frågan översatt innan vi ställer den till medlemmarna.',
      'Besöket visade att goda exempel sprider sig när två människor känner varandra.',
      'Kanske ska vi börja med det som går att mäta och lämna resten till hösten.',
    ],
    points: ['vad som prövades', 'vilka som deltog, och hur länge', 'vad det kostade per person'],
    quotation: 'Ingen hade frågat oss förut, så vi visste inte att vår erfarenhet var värd något.',
    link: 'Anteckningarna finns på',
  },
  sl: {
    sentences: [
      'Primerjali smo, kako občine kupujejo storitve, in našli tri različne načine.',
      'Manjše si delijo enega nabavnika, kar prihrani delo, a upočasni odločanje.',
      'Ali lahko kdo pojasni, kako druge države štejejo ljudi, ki se vrnejo na delo?',
      'V naši regiji lanskih podatkov ni mogoče primerjati, ker so se pravila marca spremenila.',
      'S predlogom se strinjam, vendar bi moral drugi odstavek povedati, kdo plača.',
      'Za mizo smo slišali tudi, da večina delavnic nima pogodbe, daljše od enega leta.',
      'Pomagalo bi, če bi vprašanje prevedli, preden ga zastavimo članom.',
      'Obisk je pokazal, da dobra praksa potuje, ko se dva človeka poznata.',
      'Morda bi začeli s tem, kar je mogoče izmeriti, ostalo pa pustili za jesen.',
    ],
    points: ['kaj smo poskusili', 'kdo je sodeloval in kako dolgo', 'koliko je stalo na osebo'],
    quotation: 'Prej nas ni nihče vprašal, zato nismo vedeli, da so naše izkušnje kaj vredne.',
    link: 'Zapiski so na naslovu',
  },
  it: {
    sentences: [
      'Abbiamo confrontato come i comuni acquistano i servizi e abbiamo trovato tre modi diversi.',
      'I più piccoli condividono un acquirente, il che fa risparmiare lavoro ma rallenta le decisioni.',
      'Qualcuno può spiegare come gli altri paesi contano le persone che tornano al lavoro?',
      'Nella nostra regione i dati dell’anno scorso non sono confrontabili, perché le regole sono cambiate a marzo.',
      'Sono d’accordo con la proposta, ma il secondo paragrafo dovrebbe dire chi paga.',
      'Al tavolo abbiamo sentito anche che la maggior parte dei laboratori non ha un contratto oltre l’anno.',
      'Sarebbe utile tradurre la domanda prima di rivolgerla ai membri.',
      'La visita ha mostrato che le buone pratiche viaggiano quando due persone si conoscono.',
      'Forse conviene cominciare da ciò che si può misurare e lasciare il resto per l’autunno.',
    ],
    points: [
      'che cosa è stato provato',
      'chi ha partecipato e per quanto tempo',
      'quanto è costato a persona',
    ],
    quotation: 'Nessuno ce lo aveva chiesto prima: non sapevamo che la nostra esperienza valesse qualcosa.',
    link: 'Gli appunti si trovano su',
  },
};
