import { LOCALES, ownName, type Locale } from '../../core/i18n/locales';
import { useLanguage } from '../../ui/language';
import { TitleBlock } from '../../ui/parts/title-block';
import type { ListedConcept } from '../concepts/concept.schema';
import { register } from './register';

interface PrintedGlossaryProps {
  concepts: ListedConcept[];
  /** The reader's languages, best first. */
  wished: readonly Locale[];
}

/** All concepts beside each other in all languages, under the letters of the reader's alphabet. */
export function PrintedGlossary({ concepts, wished }: PrintedGlossaryProps) {
  const { t, locale } = useLanguage();
  const columns = [...new Set([locale, ...wished, ...LOCALES])];
  return (
    <div class="page printed-glossary">
      <TitleBlock title={t('glossary:print.title')} lead={t('glossary:print.lead')} />
      <div class="scroll" role="region" aria-label={t('glossary:print.title')} tabIndex={0}>
        <table class="data glossary-columns">
          <thead>
            <tr>
              {columns.map((each) => (
                <th scope="col" lang={each}>
                  {ownName(each)}
                </th>
              ))}
            </tr>
          </thead>
          {register(concepts, ({ headword }) => headword.word, locale).map(({ letter, id, items }) => (
            <tbody>
              <tr class="glossary-letter">
                <th scope="rowgroup" colSpan={columns.length} id={id}>
                  {letter}
                </th>
              </tr>
              {items.map((concept) => (
                <tr>
                  {columns.map((each) => (
                    <Cell concept={concept} locale={each} />
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
      <p class="small soft">{t('glossary:print.key')}</p>
    </div>
  );
}

/** The preferred word and what else is right. What is no more than a proposal has a mark, which the key explains. */
function Cell({ concept: { terms }, locale }: { concept: ListedConcept; locale: Locale }) {
  const own = terms.filter((term) => term.locale === locale && term.standing !== 'forbidden');
  const [first, ...others] = own;
  return (
    <td lang={locale}>
      {first && <b>{first.word}</b>}
      {first?.confidence === 'low' && ' *'}
      {others.length > 0 && <span class="small soft"> {others.map(({ word }) => word).join(', ')}</span>}
    </td>
  );
}
