import type { FormState } from '../../core/http/form';
import { ownName } from '../../core/i18n/locales';
import { useLanguage } from '../../ui/language';
import { ButtonLink } from '../../ui/parts/button';
import { Difference } from '../../ui/parts/difference';
import { EmptyState } from '../../ui/parts/empty-state';
import { Link } from '../../ui/parts/link';
import { Notice } from '../../ui/parts/notice';
import { Prose } from '../../ui/parts/prose';
import { Tabs } from '../../ui/parts/tabs';
import { TextState } from '../../ui/parts/text-state';
import { Time } from '../../ui/parts/time';
import { Made } from '../made';
import { WordingForm } from '../notes/wording-form';
import { besidePath, deskPath } from '../translation-paths';
import type { BesideBlock, BesidePair, BesideString, BesideView } from './beside.service';

interface BesidePageProps extends BesideView {
  refused?: FormState;
}

export function BesidePage({ refused, ...view }: BesidePageProps) {
  const { t } = useLanguage();
  const { published, strings, locale } = view;
  return (
    <div class="page">
      <BesideHead {...view} />
      <Changed {...view} />
      {!published && (
        <EmptyState title={t('translations:beside.missing')}>
          <p lang={locale}>{ownName(locale)}</p>
        </EmptyState>
      )}
      <div class="beside">
        <div class="beside-pair beside-head small soft" aria-hidden="true">
          <span lang={view.text.locale}>{ownName(view.text.locale)}</span>
          <span lang={locale}>{ownName(locale)}</span>
        </div>
        {strings.map((string) => (
          <section class="beside-string" aria-labelledby={`string-${string.name}`}>
            <h2 class={strings.length > 1 ? 'legend' : 'visually-hidden'} id={`string-${string.name}`}>
              {t(string.label)}
            </h2>
            {string.pairs.map((pair) => (
              <Pair pair={pair} string={string} view={view} {...(refused && { refused })} />
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}

function BesideHead({ text, kind, locale, locales, can, published, reviewedBy }: BesideView) {
  const { t } = useLanguage();
  return (
    <div class="title-block">
      <p class="row small soft">
        <span>{t(kind.label)}</span>
        <span>{t('translations:beside.title')}</span>
      </p>
      <h1 lang={text.titleLocale}>
        <Link path={text.path} class="quiet-link">
          {text.title}
        </Link>
      </h1>
      <div class="row row-center apart">
        {published ? (
          <p class="row row-center small">
            <TextState
              state={published.sourceRevision < text.revision ? 'outdated' : published.status}
              originalLocale={text.locale}
            />
            {published.sourceRevision < text.revision && published.status === 'machine' && (
              <TextState state="machine" />
            )}
            <Made origin={published.origin} by={published.translatedBy} />
            <Time value={published.translatedAt} as="date" class="soft" />
            {reviewedBy && published.status === 'reviewed' && (
              <span class="soft">{t('translations:beside.reviewed_by', { name: reviewedBy })}</span>
            )}
          </p>
        ) : (
          <TextState state="missing" />
        )}
        {can.translate && (
          <ButtonLink path={deskPath({ kind: text.kind, id: text.id, locale })}>
            {t('translations:beside.translate')}
          </ButtonLink>
        )}
      </div>
      <Tabs
        label={t('translations:beside.languages')}
        tabs={locales.map((each) => ({
          label: ownName(each),
          lang: each,
          path: besidePath(text.kind, text.id, each),
          current: each === locale,
        }))}
      />
    </div>
  );
}

/** What the reader misses: the original has changed since this was translated. */
function Changed({ strings, weight, text }: BesideView) {
  const { t } = useLanguage();
  const changed = strings.filter(({ before }) => before !== undefined);
  if (weight === undefined || weight === 'typo' || changed.length === 0) return null;
  const important = weight === 'important';
  return (
    <Notice
      kind={important ? 'red' : 'amber'}
      title={t(important ? 'ui:state.changed_importantly' : 'ui:state.changed')}
    >
      <details>
        <summary class="small">{t('translations:beside.what_changed')}</summary>
        {changed.map(({ before, now }) => (
          <p class="merge-text" lang={text.locale}>
            <Difference from={before!} to={now} />
          </p>
        ))}
      </details>
    </Notice>
  );
}

interface PairProps {
  pair: BesidePair;
  string: BesideString;
  view: BesideView;
  refused?: FormState;
}

function Pair({ pair, string, view, refused }: PairProps) {
  const { original, translation, position } = pair;
  const machine = view.published?.status === 'machine';
  const here = refused?.values['string'] === string.name && refused.values['position'] === String(position);
  return (
    <div class="beside-pair" id={`p-${string.name}-${position}`}>
      <Block block={original} lang={view.text.locale} />
      {translation && (
        <div class={machine ? 'stack stack-tight by-machine' : 'stack stack-tight'}>
          <Block block={translation} lang={view.locale} />
          {translation.source && (
            <WordingForm
              of={{ kind: view.text.kind, id: view.text.id, locale: view.locale }}
              string={string.name}
              position={position}
              quoted={translation.source}
              {...(here && { refused })}
            />
          )}
        </div>
      )}
    </div>
  );
}

function Block({ block: { html, source }, lang }: { block: BesideBlock; lang: string }) {
  if (html !== undefined) return <Prose lang={lang} html={html} />;
  return (
    <p class="said-text beside-plain" lang={lang}>
      {source}
    </p>
  );
}
