import type { ComponentChildren } from 'preact';
import { boardPath } from '../structure/comparison-paths';
import { useLanguage } from '../../ui/language';
import { Link } from '../../ui/parts/link';
import { Notice } from '../../ui/parts/notice';
import { Tabs } from '../../ui/parts/tabs';
import { Time } from '../../ui/parts/time';
import { TitleBlock } from '../../ui/parts/title-block';
import { changesPath, placePath, timelinePath } from './reading-paths';
import { useSheet } from './sheet-context';

interface SheetHeadProps {
  title: ComponentChildren;
  lang?: string;
  /** What the page says, in plain sentences. */
  sentences: readonly string[];
  /** Above the title, before the version. */
  above?: ComponentChildren;
  /** Below: marks, buttons. */
  children?: ComponentChildren;
}

/** Begins every page of a comparison: what it is, which version, and what it says. */
export function SheetHead({ title, lang, sentences, above, children }: SheetHeadProps) {
  const { data } = useSheet();
  return (
    <>
      <TitleBlock
        title={title}
        {...(lang && { lang })}
        above={
          <>
            {above}
            <span>{data.partnership.acronym ?? data.partnership.name}</span>
            <VersionLine />
          </>
        }
      >
        {sentences.length > 0 && <p class="lead">{sentences.join(' ')}</p>}
        {children}
      </TitleBlock>
      <VersionNotice />
    </>
  );
}

function VersionLine() {
  const { t } = useLanguage();
  const { data } = useSheet();
  if (!data.publishedOn) return null;
  return (
    <span>
      {t('comparisons:reading.version', { version: data.version })},{' '}
      <Time value={data.publishedOn} as="calendar" />
    </span>
  );
}

/** Nobody should take an older version, or the work under way, for what is published now. */
function VersionNotice() {
  const { t } = useLanguage();
  const { data, place, newest, works } = useSheet();
  const current = (
    <Link path={placePath({ ...place, which: undefined })}>{t('comparisons:reading.to_newest')}</Link>
  );
  if (place.which === 'working')
    return (
      <Notice kind="amber" title={t('comparisons:reading.working')}>
        <p>
          {t('comparisons:reading.working_words')} {newest > 0 && current}
        </p>
        <p>
          <Link path={boardPath(place.slug)}>{t('comparisons:board.title')}</Link>
        </p>
      </Notice>
    );
  if (data.version === newest) return works ? <ToWork /> : null;
  return (
    <Notice kind="amber">
      <p>
        {t('comparisons:reading.older_version', { version: data.version })} {current}
      </p>
    </Notice>
  );
}

/** Who works in it comes from what is published to what will be. */
function ToWork() {
  const { t } = useLanguage();
  const { place } = useSheet();
  return (
    <p class="small no-print">
      <Link path={placePath({ ...place, which: 'working' })}>{t('comparisons:reading.to_working')}</Link>
    </p>
  );
}

export type SheetTab = 'table' | 'heat' | 'timeline' | 'changes';

/** The views of a comparison as a whole. */
export function SheetTabs({ current }: { current: SheetTab }) {
  const { t } = useLanguage();
  const { place, data, figures } = useSheet();
  const at = (tab: SheetTab, label: string, path: string) => ({ label, path, current: tab === current });
  const tabs = [
    at('table', t('comparisons:reading.view.table'), placePath(place)),
    ...(figures.scoredDimensions().length
      ? [at('heat', t('comparisons:reading.view.heat'), `${placePath(place)}?view=heat`)]
      : []),
    at('timeline', t('comparisons:reading.view.timeline'), timelinePath(place)),
    ...(data.version > 1 || place.which === 'working'
      ? [at('changes', t('comparisons:reading.view.changes'), changesPath(place))]
      : []),
    ...(place.which === 'working'
      ? []
      : [
          { label: t('comparisons:reading.view.data'), path: `${placePath(place)}/data` },
          {
            label: t('comparisons:reading.view.recommendations'),
            path: `${placePath({ ...place, which: undefined })}/recommendations`,
          },
        ]),
  ];
  return <Tabs label={t('comparisons:reading.view.label')} tabs={tabs} />;
}
