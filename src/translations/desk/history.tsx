import { ownName } from '../../core/i18n/locales';
import type { Text } from '../../core/texts/text-kind';
import { useLanguage } from '../../ui/language';
import { Button, ButtonLink } from '../../ui/parts/button';
import { Difference } from '../../ui/parts/difference';
import { EmptyState } from '../../ui/parts/empty-state';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { Link } from '../../ui/parts/link';
import { SectionHead } from '../../ui/parts/section-head';
import { TextState } from '../../ui/parts/text-state';
import { Time } from '../../ui/parts/time';
import { TitleBlock } from '../../ui/parts/title-block';
import { Made } from '../made';
import type { TranslationOf } from '../segment-store';
import { deskHistoryPath, deskPath } from '../translation-paths';
import type { SegmentRevision } from './segment-history.service';

interface HistoryPageProps {
  of: TranslationOf;
  text: Text;
  revisions: SegmentRevision[];
  /** Only this segment is shown: then any two revisions can be compared. */
  segment: string | undefined;
  from: SegmentRevision | undefined;
  to: SegmentRevision | undefined;
}

export function HistoryPage({ of, text, revisions, segment, from, to }: HistoryPageProps) {
  const { t } = useLanguage();
  return (
    <div class="page">
      <TitleBlock
        title={text.title}
        lang={text.titleLocale}
        above={
          <>
            <span>{t('translations:history.title')}</span>
            <span lang={of.locale}>{ownName(of.locale)}</span>
          </>
        }
      >
        <p class="row row-center">
          <ButtonLink path={segment ? `${deskPath(of)}#s-${segment}` : deskPath(of)}>
            {t('translations:history.back')}
          </ButtonLink>
          {segment && <Link path={deskHistoryPath(of)}>{t('translations:history.whole')}</Link>}
        </p>
      </TitleBlock>
      {from && to && <Compared from={from} to={to} lang={of.locale} />}
      {revisions.length === 0 && <EmptyState title={t('translations:history.none')} />}
      <ol class="list versions" reversed>
        {revisions.map((revision, place) => (
          <Revision
            revision={revision}
            before={revisions.slice(place + 1).find(({ segmentId }) => segmentId === revision.segmentId)}
            latest={revisions.findIndex(({ segmentId }) => segmentId === revision.segmentId) === place}
            of={of}
          />
        ))}
      </ol>
      {segment && revisions.length > 2 && <Compare of={of} segment={segment} revisions={revisions} />}
    </div>
  );
}

function Compared({ from, to, lang }: { from: SegmentRevision; to: SegmentRevision; lang: string }) {
  const { t } = useLanguage();
  return (
    <section class="stack" aria-labelledby="compared">
      <SectionHead id="compared" title={t('translations:history.compared')} flush />
      <p class="small soft">
        <Time value={from.at} /> » <Time value={to.at} />
      </p>
      <p class="merge-text" lang={lang}>
        <Difference from={from.text ?? ''} to={to.text ?? ''} />
      </p>
    </section>
  );
}

interface RevisionProps {
  revision: SegmentRevision;
  before: SegmentRevision | undefined;
  latest: boolean;
  of: TranslationOf;
}

function Revision({ revision, before, latest, of }: RevisionProps) {
  const { t } = useLanguage();
  const { id, segmentId, text, status, at } = revision;
  return (
    <li class="stack stack-tight">
      <div class="row row-center">
        <TextState state={status ?? 'missing'} />
        <Made origin={revision.origin} by={revision.by} />
        <Time value={at} class="small soft" />
        <Link path={`${deskHistoryPath(of)}?segment=${segmentId}`} class="small">
          {t('translations:history.segment')}
        </Link>
      </div>
      <p class="merge-text" lang={of.locale}>
        {before ? <Difference from={before.text ?? ''} to={text ?? ''} /> : text}
      </p>
      {!latest && text !== null && (
        <Form action={deskHistoryPath(of)} id={`restore-${id}`}>
          <Hidden name="revision" value={id} />
          <div>
            <Button small>{t('translations:history.restore')}</Button>
          </div>
        </Form>
      )}
    </li>
  );
}

/** Any two, by their times. */
function Compare({
  of,
  segment,
  revisions,
}: {
  of: TranslationOf;
  segment: string;
  revisions: SegmentRevision[];
}) {
  const language = useLanguage();
  const { t } = language;
  const choose = (name: 'from' | 'to', label: string, chosen: number) => (
    <div class="field">
      <label for={`compare-${name}`}>{label}</label>
      <select class="input" id={`compare-${name}`} name={name}>
        {revisions.map(({ id, at, by }, place) => (
          <option value={id} selected={place === chosen}>
            {[language.dateTime(at), by].filter(Boolean).join(', ')}
          </option>
        ))}
      </select>
    </div>
  );
  return (
    <Form action={deskHistoryPath(of)} method="get" id="compare" label={t('translations:history.compare')}>
      <Hidden name="segment" value={segment} />
      {choose('from', t('translations:history.from'), revisions.length - 1)}
      {choose('to', t('translations:history.to'), 0)}
      <div>
        <Button>{t('translations:history.compare')}</Button>
      </div>
    </Form>
  );
}
