import { ownName, type Locale } from '../../core/i18n/locales';
import { textDeskPath } from '../paths';
import { Content } from './content';
import { Link } from './link';
import { TextState, type TextStanding } from './text-state';

/** How a text stands in one language that it was not written in. */
export interface TextLanguage {
  locale: Locale;
  state: TextStanding;
  /** May translate it: then its name leads to where that is done. */
  translate: boolean;
  /** What it says there, for short texts. */
  text?: string;
}

interface LanguagesOfTextProps {
  of: { kind: string; id: string };
  languages: readonly TextLanguage[];
}

/** A text in the other languages of the hub: how far each translation has come, and the way to it. */
export function LanguagesOfText({ of: { kind, id }, languages }: LanguagesOfTextProps) {
  return (
    <ul class="languages-of-text">
      {languages.map(({ locale, state, translate, text }) => (
        <li>
          {translate ? (
            <Link path={textDeskPath(kind, id, locale)} lang={locale}>
              {ownName(locale)}
            </Link>
          ) : (
            <span lang={locale}>{ownName(locale)}</span>
          )}
          <TextState state={state} />
          {text && <Content lang={locale}>{text}</Content>}
        </li>
      ))}
    </ul>
  );
}
