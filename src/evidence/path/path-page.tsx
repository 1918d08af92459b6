import { useHref, useLanguage } from '../../ui/language';
import { EmptyState } from '../../ui/parts/empty-state';
import { Notice } from '../../ui/parts/notice';
import { SectionHead } from '../../ui/parts/section-head';
import { TitleBlock } from '../../ui/parts/title-block';
import { pathPath } from '../evidence-paths';
import { kindWords } from '../reading/kind-words';
import { PathGraph } from './path-graph';
import { PathTree, StationTitle } from './path-tree';
import type { PathView } from './path.schema';

/** From what people said to what policy reads: one station with all that leads to it and away from it. */
export function PathPage({ view }: { view: PathView }) {
  const { t } = useLanguage();
  const href = useHref();
  const root = view.stations.find(({ key }) => key === view.root)!;
  const alone = view.below.length + view.above.length === 0;
  return (
    <div class="page stack">
      <TitleBlock title={t('evidence:path.title')} above={<span>{t(kindWords(root.kind!))}</span>}>
        <p class="said said-large">
          <StationTitle of={root} />
        </p>
      </TitleBlock>
      {view.cut && <Notice kind="quiet">{t('evidence:path.cut')}</Notice>}
      {alone ? <EmptyState title={t('evidence:path.alone')} /> : <PathGraph view={view} />}
      {!alone && (
        <div class="path-ways">
          <Way view={view} direction="below" />
          <Way view={view} direction="above" />
        </div>
      )}
      <p class="small">
        <a href={href(`${pathPath({ kind: root.kind!, id: root.id! })}.jsonld`)} download>
          {t('evidence:path.machine')}
        </a>
      </p>
    </div>
  );
}

function Way({ view, direction }: { view: PathView; direction: 'below' | 'above' }) {
  const { t } = useLanguage();
  const id = `path-${direction}`;
  return (
    <section aria-labelledby={id}>
      <SectionHead id={id} title={t(`evidence:path.${direction}`)} />
      {view[direction].length === 0 ? (
        <p class="soft">{t(`evidence:path.none_${direction}`)}</p>
      ) : (
        <PathTree view={view} direction={direction} from={view.root} />
      )}
    </section>
  );
}
