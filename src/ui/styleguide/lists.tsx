import { useLanguage } from '../language';
import { Facts } from '../parts/facts';
import { Link } from '../parts/link';
import { ListRow } from '../parts/list-row';
import { LiveMark, Mark, UnreadCount } from '../parts/marks';
import { Pages } from '../parts/pages';
import { Tabs } from '../parts/tabs';
import { Time } from '../parts/time';
import { MOMENT, otherLanguage } from './samples';
import { Section } from './section';

export function Lists() {
  const { t } = useLanguage();
  return (
    <Section id="lists" title={t('ui:styleguide.lists')}>
      <div class="split">
        <Rooms />
        <div class="stack stack-wide">
          <SampleFacts />
          <p>
            <Link path="/rooms">{t('ui:styleguide.all_rooms')}</Link>
          </p>
        </div>
      </div>
    </Section>
  );
}

function Rooms() {
  const language = useLanguage();
  const { t, locale } = language;
  const other = otherLanguage(locale);
  return (
    <ul class="list">
      <ListRow
        path="/rooms"
        title={t('ui:styleguide.room_question')}
        lang={locale}
        unread
        marks={[<LiveMark />, <UnreadCount count={3} />]}
        facts={[
          <span>{t('ui:styleguide.room_language', { language: language.languageName(locale) })}</span>,
          <span>{t('ui:styleguide.room_posts', { count: 14 })}</span>,
          <Time value={MOMENT} as="date" />,
        ]}
      />
      <ListRow
        path="/rooms"
        title={other.t('ui:styleguide.room_closed')}
        lang={other.locale}
        marks={[<Mark kind="pinned" />, <Mark kind="closed" />]}
        facts={[
          <span>{t('ui:styleguide.room_language', { language: language.languageName(other.locale) })}</span>,
          <span>{t('ui:styleguide.room_posts', { count: 2 })}</span>,
        ]}
      />
      <ListRow path="/organisations" title={t('ui:styleguide.organisation')} kind="name" />
    </ul>
  );
}

function SampleFacts() {
  const language = useLanguage();
  const { t } = language;
  return (
    <Facts
      facts={[
        { label: t('ui:styleguide.fact_programme'), value: t('ui:styleguide.sample_programme') },
        { label: t('ui:styleguide.fact_period'), value: language.dateRange('2026-05-01', '2027-06-01') },
        { label: t('ui:styleguide.fact_budget'), value: language.money('256208.82', 'EUR') },
        { label: t('ui:styleguide.country'), value: undefined },
      ]}
    />
  );
}

export function Tables() {
  const language = useLanguage();
  const { t } = language;
  return (
    <Section id="table" title={t('ui:styleguide.tables')}>
      <div class="stack">
        <Tabs
          label={t('ui:styleguide.tables')}
          tabs={[
            { label: t('ui:styleguide.overview'), path: '/styleguide', current: true },
            { label: t('ui:nav.rooms'), path: '/rooms', count: 4 },
            { label: t('ui:nav.organisations'), path: '/organisations' },
          ]}
        />
        <div class="scroll" role="region" aria-label={t('ui:styleguide.bars_members')} tabIndex={0}>
          <table class="data">
            <thead>
              <tr>
                <th scope="col">{t('ui:styleguide.country')}</th>
                <th scope="col">{t('ui:styleguide.written_in')}</th>
                <th scope="col" class="n">
                  {t('ui:styleguide.number')}
                </th>
              </tr>
            </thead>
            <tbody>
              {(['SE sv', 'SI sl', 'IT it', 'GB en'] as const).map((pair, place) => (
                <tr>
                  <th scope="row">{language.country(pair.slice(0, 2))}</th>
                  <td>{language.languageName(pair.slice(3))}</td>
                  <td class="n">{language.number(1234.5 * (place + 1))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <Pages page={4} pages={9} path={(page) => `/styleguide?page=${page}`} />
      </div>
    </Section>
  );
}
