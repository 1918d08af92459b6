import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { Prose } from '../../ui/parts/prose';
import { TextState } from '../../ui/parts/text-state';
import type { Shape, Words } from './post-shape';

interface SaidProps {
  shape: Shape;
  words: Words;
}

/** What was said, in the reader's language if there is such a translation, and then with all that must be told of it. */
export function Said({ shape, words }: SaidProps) {
  const { translated, blank, locale } = shape;
  return (
    <div class={translated === 'machine' ? 'shown-text by-machine' : 'shown-text'} data-slot="said">
      <Prose lang={locale} html={words.html} />
      {(translated !== undefined || blank) && <Translated shape={shape} words={words} />}
    </div>
  );
}

function Translated({
  shape: { translated, signed, outdated, warned, blank, originalLocale },
  words,
}: SaidProps) {
  const { t } = useLanguage();
  return (
    <div class="translated small soft" data-slot="translated">
      <p class="row row-center">
        <span data-slot="state">
          <TextState state={translated ?? 'draft'} originalLocale={originalLocale} />
        </span>
        {signed && <span data-slot="by">{words.by}</span>}
        {(outdated || blank) && (
          <span class="state state-outdated" data-slot="outdated">
            {t('ui:state.changed')}
          </span>
        )}
        {(warned || blank) && (
          <b class="state state-outdated" data-slot="warned">
            {t('ui:state.changed_importantly')}
          </b>
        )}
        <span data-slot="beside">
          <Link path={`/texts/post/${words.id}`}>{t('ui:state.beside')}</Link>
        </span>
      </p>
      <details data-slot="original">
        <summary>{t('rooms:post.show_original')}</summary>
        <Prose lang={originalLocale} html={words.original} />
      </details>
    </div>
  );
}
