import type { Key } from '../../core/i18n/keys';
import { useLanguage } from '../language';
import { ButtonLink } from '../parts/button';
import { EmptyState } from '../parts/empty-state';
import { LiveMark, Mark, Tag, UnreadCount } from '../parts/marks';
import { Notice } from '../parts/notice';
import { TextState, type TextStanding } from '../parts/text-state';
import { Section } from './section';

const STATES: [TextStanding, Key][] = [
  ['original', 'ui:styleguide.means_original'],
  ['reviewed', 'ui:styleguide.means_reviewed'],
  ['draft', 'ui:styleguide.means_draft'],
  ['in_review', 'ui:styleguide.means_in_review'],
  ['machine', 'ui:styleguide.means_machine'],
  ['outdated', 'ui:styleguide.means_outdated'],
  ['missing', 'ui:styleguide.means_missing'],
];

export function States() {
  const { t } = useLanguage();
  return (
    <Section id="states" title={t('ui:styleguide.states')}>
      <table class="data">
        <thead>
          <tr>
            <th scope="col">{t('ui:styleguide.state')}</th>
            <th scope="col">{t('ui:styleguide.means')}</th>
          </tr>
        </thead>
        <tbody>
          {STATES.map(([state, meaning], place) => (
            <tr>
              <td>
                <TextState state={state} originalLocale={place % 2 ? 'it' : 'sl'} />
              </td>
              <td>{t(meaning)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3 class="gap-above">{t('ui:styleguide.marks')}</h3>
      <p class="row row-center">
        <LiveMark />
        <UnreadCount count={3} />
        <Mark kind="pinned" />
        <Mark kind="closed" />
        <Mark kind="archived" />
        <Mark kind="readonly" />
        <Mark kind="members" />
        <Tag>{t('ui:styleguide.fact_programme')}</Tag>
        <TextState state="missing" />
      </p>
    </Section>
  );
}

export function Notices() {
  const { t } = useLanguage();
  return (
    <Section id="notices" title={t('ui:styleguide.notices')}>
      <div class="split split-even">
        <div class="stack">
          <Notice>{t('ui:styleguide.notice_good')}</Notice>
          <Notice kind="amber" title={t('ui:state.outdated')}>
            {t('ui:styleguide.notice_amber')}
          </Notice>
          <Notice kind="red">{t('ui:styleguide.notice_red')}</Notice>
          <Notice kind="quiet">{t('ui:styleguide.notice_quiet')}</Notice>
          <p class="notice notice-quiet reconnecting">{t('ui:styleguide.notice_quiet')}</p>
        </div>
        <EmptyState
          title={t('ui:styleguide.empty_title')}
          heading="h3"
          action={<ButtonLink path="/platforms">{t('ui:styleguide.empty_next')}</ButtonLink>}
        >
          {t('ui:styleguide.empty_words')}
        </EmptyState>
      </div>
    </Section>
  );
}
