import { useLanguage } from '../ui/language';
import { Link } from '../ui/parts/link';
import type { Edition, EditionFile } from './edition';
import { EditionFileLinks } from './edition-files';
import { editionPath } from './edition-views';

interface EditionsInShortProps {
  handbook: string;
  /** One per language. */
  newest: Edition[];
  files: ReadonlyMap<string, EditionFile[]>;
  mayFreeze: boolean;
}

/** What can be printed and taken along, in a narrow column. */
export function EditionsInShort({ handbook, newest, files, mayFreeze }: EditionsInShortProps) {
  const language = useLanguage();
  const { t } = language;
  return (
    <section class="stack stack-tight no-print" aria-labelledby="editions">
      <h2 id="editions" class="small soft">
        {t('editions:short.title')}
      </h2>
      {newest.length > 0 && (
        <ul class="list list-close">
          {newest.map((edition) => (
            <li class="stack stack-tight">
              <Link path={editionPath(handbook, edition)}>
                {t('editions:edition', {
                  number: edition.number,
                  language: language.languageName(edition.locale),
                })}
              </Link>
              <EditionFileLinks
                handbook={handbook}
                edition={edition}
                files={files.get(edition.id) ?? []}
                short
              />
            </li>
          ))}
        </ul>
      )}
      <p class="small">
        <Link path={`/editions/${handbook}`}>
          {t(mayFreeze ? 'editions:short.keep' : 'editions:short.all')}
        </Link>
      </p>
    </section>
  );
}
