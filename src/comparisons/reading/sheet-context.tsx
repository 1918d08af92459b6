import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { RenderedText } from '../../core/database/rendered';
import { useLanguage } from '../../ui/language';
import { Content } from '../../ui/parts/content';
import { Standing } from '../../ui/parts/standing';
import type { DataAnswer, DataQuestion, Words } from '../comparison-data';
import type { Sheet } from './open-comparisons.service';
import { valueWords, type ValueWords } from './value-words';
import { wordsIn } from './words-in';

export interface SheetReading extends Sheet {
  /** Of the reader, in order of wish. */
  locales: readonly string[];
}

export const SheetContext = createContext<SheetReading | undefined>(undefined);

/** The comparison that a page is drawn of, and the words that its reader is given. */
export function useSheet() {
  const sheet = useContext(SheetContext);
  const language = useLanguage();
  if (!sheet) throw new Error('A part of a comparison was drawn outside of one');
  const { locales } = sheet;
  return {
    ...sheet,
    say: (words: Words): RenderedText => wordsIn(words, locales),
    value: (question: DataQuestion, answer: DataAnswer | undefined): ValueWords =>
      valueWords(language, locales, question, answer),
  };
}

interface ToldProps {
  words: Words | null | undefined;
  as?: 'p' | 'span' | 'div';
  class?: string;
  /** With the mark of how it stands, and the way to the original. */
  marked?: boolean;
}

/** One text of a comparison in the reader's language; nothing where nothing is said. */
export function Told({ words, as = 'p', class: look, marked }: ToldProps) {
  const { say } = useSheet();
  if (!words) return null;
  const said = say(words);
  return (
    <>
      <Content as={as} lang={said.locale} {...(look && { class: look })}>
        {said.text}
      </Content>
      {marked && <Marks words={words} said={said} />}
    </>
  );
}

/** How a text stands, where it is not simply the original in the reader's own language. */
export function Marks({ words, said }: { words: Words; said: RenderedText }) {
  const { locale } = useLanguage();
  if (said.state === 'original' && said.locale === locale) return null;
  return <Standing of={said} text={{ kind: words.kind, id: words.id }} />;
}

/** A value, in the language of each of its parts. */
export function Value({ of }: { of: ValueWords }) {
  return (
    <>
      {of.parts.map(({ text, lang }, place) => (
        <>
          {place > 0 && '; '}
          {lang ? <span lang={lang}>{text}</span> : text}
        </>
      ))}
    </>
  );
}
