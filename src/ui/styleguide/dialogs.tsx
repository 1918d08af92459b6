import { useLanguage } from '../language';
import { Button } from '../parts/button';
import { Merge } from '../parts/merge';
import { Revisions } from '../parts/revisions';
import { MOMENT } from './samples';
import { Section } from './section';

export function Dialogs() {
  const { t } = useLanguage();
  return (
    <Section id="dialog" title={t('ui:styleguide.dialog')}>
      <div class="split split-even">
        <div class="dialog stack" role="group" aria-labelledby="dialog-title">
          <h3 id="dialog-title">{t('ui:styleguide.withdraw_title')}</h3>
          <p>{t('ui:styleguide.withdraw_words')}</p>
          <div class="row">
            <Button type="button" kind="danger">
              {t('ui:styleguide.withdraw')}
            </Button>
            <Button type="button">{t('ui:styleguide.cancel')}</Button>
          </div>
        </div>
        <div class="tip-room">
          <p class="serif">
            <span class="term-wrap">
              <button type="button" class="term" aria-describedby="term-tip">
                {t('ui:styleguide.term')}
              </button>
              <span class="term-tip shown" role="tooltip" id="term-tip">
                <b>{t('ui:styleguide.term')}</b>
              </span>
            </span>{' '}
            {t('ui:styleguide.term_after')}
          </p>
        </div>
      </div>
    </Section>
  );
}

export function Merging() {
  const { t, locale } = useLanguage();
  return (
    <Section id="merging" title={t('ui:styleguide.merge')}>
      <Merge
        action="/styleguide"
        revision={8}
        cancelPath="/styleguide"
        theirsBy={t('ui:styleguide.person', { letter: 'B' })}
        fields={[
          {
            name: 'title',
            label: t('ui:styleguide.field_title'),
            theirs: t('ui:styleguide.sample_programme'),
            yours: t('ui:styleguide.sample_programme'),
            lang: locale,
          },
          {
            name: 'purpose',
            label: t('ui:styleguide.field_purpose'),
            theirs: t('ui:styleguide.merge_theirs'),
            yours: t('ui:styleguide.field_purpose_value'),
            lang: locale,
            long: true,
          },
        ]}
      />
    </Section>
  );
}

export function History() {
  const { t } = useLanguage();
  return (
    <Section id="history" title={t('ui:styleguide.history')}>
      <Revisions
        revisions={[8, 7, 6].map((revision) => ({
          revision,
          by: t('ui:styleguide.person', { letter: revision % 2 ? 'A' : 'B' }),
          at: MOMENT,
          current: revision === 8,
          path: revision === 8 ? undefined : '/styleguide',
          note: revision === 7 ? t('ui:styleguide.history_note') : undefined,
        }))}
      />
    </Section>
  );
}
