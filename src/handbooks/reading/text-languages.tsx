import { LOCALES, ownName } from '../../core/i18n/locales';
import { useLanguage, useReading } from '../../ui/language';
import { TextState } from '../../ui/parts/text-state';
import type { TextLanguage } from './reading.schema';

/** The same page in the other languages, and how its text stands in each. */
export function OtherLanguages({ languages }: { languages: readonly TextLanguage[] }) {
  const { t, locale } = useLanguage();
  const { path } = useReading();
  return (
    <section class="stack stack-tight" aria-labelledby="other-languages">
      <h2 id="other-languages" class="small soft">
        {t('handbooks:reading.other_languages')}
      </h2>
      <ul class="list list-close">
        {languages
          .filter((each) => each.locale !== locale)
          .map((each) => (
            <li>
              <a
                class="quiet-link"
                href={`/${each.locale}${path}`}
                lang={each.locale}
                hreflang={each.locale}
                data-keep-place
              >
                {ownName(each.locale)}
              </a>
              <LanguageState of={each} />
            </li>
          ))}
      </ul>
    </section>
  );
}

/** How a text stands in one language: what a machine made is never without its mark. */
export function LanguageState({ of: { state, outdated, revision } }: { of: TextLanguage }) {
  const { t } = useLanguage();
  return (
    <span class="standing">
      <TextState state={outdated && state !== 'machine' ? 'outdated' : state} />
      {outdated && state === 'machine' && <TextState state="outdated" />}
      {revision !== null && (
        <span class="small soft">{t('handbooks:reading.version', { number: revision })}</span>
      )}
    </span>
  );
}

const STANDINGS = ['original', 'reviewed', 'in_review', 'draft', 'machine', 'outdated', 'missing'] as const;

const standingOf = ({ state, outdated }: TextLanguage) =>
  outdated && state !== 'machine' ? 'outdated' : state;

/** All languages in one glance: a shape each; the words are read out, and stand in the key. */
export function StatesAtOnce({ languages }: { languages: readonly TextLanguage[] }) {
  const { t } = useLanguage();
  return (
    <ul class="states-at-once">
      {[...languages]
        .sort((one, other) => LOCALES.indexOf(one.locale) - LOCALES.indexOf(other.locale))
        .map((each) => (
          <li class={`state state-${standingOf(each)}`}>
            <span aria-hidden="true">{each.locale}</span>
            <span class="visually-hidden">
              <span lang={each.locale}>{ownName(each.locale)}</span>: {t(`ui:state.${standingOf(each)}`)}
            </span>
          </li>
        ))}
    </ul>
  );
}

/** What the shapes mean. */
export function KeyToStates() {
  return (
    <div class="states-key no-print" aria-hidden="true">
      {STANDINGS.map((state) => (
        <TextState state={state} />
      ))}
    </div>
  );
}
