/**
 * The stemmers of search find whatever belongs together: sodelujemo and sodelovanje, samverkar and samverkan. A term is
 * a name, so of those only what nouns and adjectives do to their ends counts as one of its forms.
 */
interface Declension {
  /** What may stand at the end of a form, from where it differs from the word that is looked up. */
  endings: RegExp;
  /** What the word may lose at its end. */
  falls: RegExp;
  /** What words of one shape do not do, though others do: `form` from where it differs. */
  not?: (form: string, whole: string, alone: boolean, fallen: string) => boolean;
  /** A vowel that comes and goes before the last consonant: center, centra; društvo, društev. */
  fleeting?: RegExp;
  irregular?: Record<string, string>;
}

const DECLENSIONS: Record<string, Declension> = {
  en: { endings: /^(?:|s|es|ies|['’]s|ses)$/, falls: /^(?:|y|is|sis)$/ },
  sv: {
    endings:
      /^(?:|n|en|et|t|a|e|na|ne|ar|er|or|r|arna|erna|orna|rna|ena|tt|da|de|d|let|ret|net|len|ren|nen|lar|l|ck|cker|ckerna|ningar|ningarna|ningen|ium|iet|ier|ierna)s?$/,
    falls: /^(?:|[aektd]|an|e[lrnt])$/,
    not: (form, whole, alone, fallen) =>
      (alone && fallen === 't') ||
      (/(?:k|äl|j)an$/.test(whole) && !/^(?:s|ningar(?:na)?s?)$/.test(form)) ||
      (/^des?$/.test(form) && !/[ae][dt]$/.test(whole)) ||
      (/(?<!ls|ar|and)e$/.test(whole) && !/^(?:|e?n|e?t|e?na)s?$/.test(form)),
    irregular: { gott: 'god' },
  },
  sl: {
    endings:
      /^(?:|a|e|i|o|u|ama|ami|am|ah|ema|emi|em|eh|ih|im|ima|imi|oma|om|ov|ev|ega|emu|ma|mi|jo|ju|ja|je|ji|jem|jev|jih|jema|jami|jama|jah|jam|eva|ijo)$/,
    falls: /^.{0,3}$/,
    fleeting: /^[eai]?([bcdgjklmnprstvz])/,
    not: (form, whole) => /nje$/.test(whole) && !/^(?:|j?[eauoi]|j?em|j?ih|j?ema|j?i|ij)$/.test(form),
  },
  it: {
    endings: /^(?:|[aeio]|he|hi|ie|io|ia|ii|rice|rici|ori|ore|gi|ci|li)$/,
    falls: /^(?:|[aeio]|io|ia|ore|[cg][oai]?)$/,
    // A noun keeps its gender, an adjective does not: bando, bandi, but sociale and buona as their nouns have it.
    not: (form, whole, alone) =>
      alone && NOUNS_OF_ITALIAN.some(([word, no]) => word.test(whole) && no.test(form)),
  },
};

const NOUNS_OF_ITALIAN: readonly [RegExp, RegExp][] = [
  [/o$/, /[ae]$/],
  [/a$/, /o$/],
  [/e$/, /[ao]$/],
];

/**
 * Whether `form` can be what declension makes of `word`, as far as its letters go. Both in lower case.
 * @param alone the word is the whole term, so it is a noun
 */
export function declines(form: string, word: string, locale: string, alone: boolean): boolean {
  if (form === word) return true;
  const declension = DECLENSIONS[locale];
  if (!declension) return false;
  const [a, b] = [even(form), even(declension.irregular?.[word] ?? word)];
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared += 1;
  const least = Math.max(2, word.length >= 6 ? word.length - 4 : b.length - 1);
  const ends = (end: string, fallen: string): boolean => {
    if (declension.not?.(end, word, alone, fallen)) return false;
    if (declension.endings.test(end)) return true;
    const [come, gone] = [declension.fleeting?.exec(end), declension.fleeting?.exec(fallen)];
    return Boolean(come && gone && come[1] === gone[1] && declension.endings.test(end.slice(come[0].length)));
  };
  // A last vowel that both have may belong to the ending of the form: mednarodni, mednarodnih.
  return [shared, shared - 1].some(
    (cut) => cut >= least && declension.falls.test(b.slice(cut)) && ends(form.slice(cut), b.slice(cut)),
  );
}

/** Vowels that change in the plural: bok, böcker; ledamot, ledamöter. Of the same length, so that places remain. */
const even = (word: string): string => word.replace(/ö/g, 'o').replace(/ä/g, 'a');
