import { EvidenceList } from '../../evidence/reading/evidence-list';
import { roomPath, threadPath } from '../../rooms/room-paths';
import { useLanguage } from '../../ui/language';
import { Facts } from '../../ui/parts/facts';
import { Link } from '../../ui/parts/link';
import { Tag } from '../../ui/parts/marks';
import { Notice } from '../../ui/parts/notice';
import { Said } from '../../ui/parts/said';
import { SectionHead } from '../../ui/parts/section-head';
import { Standing } from '../../ui/parts/standing';
import { TitleBlock } from '../../ui/parts/title-block';
import { ConclusionBalance } from '../balance/conclusion-balance';
import { Comments } from '../comments/comments';
import { conclusionPath, roomConclusionsPath, versionPath } from '../conclusion-paths';
import { Acts, type RefusedAct } from '../deciding/acts';
import { Positions, TakePosition } from '../positions/positions';
import { ConclusionMark } from './conclusion-mark';
import type { ConclusionSummary, ConclusionView } from './conclusion.schema';
import { Moves } from './moves';
import { Paragraphs } from './paragraphs';

interface ConclusionPageProps {
  of: ConclusionView;
  /** Those that could take its place. */
  others: ConclusionSummary[];
  refused?: RefusedAct | undefined;
}

/** A conclusion: what it says, what it follows from, who stands where. */
export function ConclusionPage({ of, others, refused }: ConclusionPageProps) {
  const { t } = useLanguage();
  const at = (name: string) => (refused?.at === name ? refused.state : undefined);
  return (
    <div class="page">
      <TitleBlock title={t('conclusions:name', { number: of.number })} above={<Above of={of} />}>
        <Words of={of} />
      </TitleBlock>
      <div class="split section">
        <div class="stack stack-wide">
          {refused && <Refused of={of} refused={refused} />}
          <Told of={of} />
          {of.reasoning && (
            <section class="stack" aria-labelledby="reasoning">
              <SectionHead id="reasoning" title={t('conclusions:field.reasoning')} flush />
              <Paragraphs text={of.reasoning.text} lang={of.reasoning.locale} />
            </section>
          )}
          <EvidenceList evidence={of.passages} statement={{ kind: 'conclusion', id: of.id }} />
          {of.can.take && <TakePosition of={of} refused={at('position')} />}
          <Positions of={of.positions} />
          {of.balance && <ConclusionBalance of={of.balance} />}
          <Comments of={of} refused={at('comment')} />
          <Acts of={of} others={others} refused={refused} />
        </div>
        <div class="aside stack stack-wide">
          <About of={of} />
          <Moves of={of.moves} />
        </div>
      </div>
    </div>
  );
}

const ABILITY: Record<string, keyof ConclusionView['can']> = { position: 'take', audience: 'show' };

/** A form that is no longer on the page, since somebody has moved on meanwhile: why, and what was typed into it. */
function Refused({ of, refused: { at, state } }: { of: ConclusionView; refused: RefusedAct }) {
  const { t } = useLanguage();
  const { refusal, values } = state;
  if (!refusal || of.can[ABILITY[at] ?? (at as keyof ConclusionView['can'])]) return null;
  const typed = ['body', 'wording', 'reason', 'early', 'statement', 'reasoning'].flatMap(
    (name) => values[name] || [],
  );
  return (
    <Notice kind="red" role="alert" title={t(refusal.key, refusal.values)}>
      {typed.map((words) => (
        <p class="merge-text">{words}</p>
      ))}
    </Notice>
  );
}

function Above({ of }: { of: ConclusionView }) {
  const { t } = useLanguage();
  const { room } = of;
  return (
    <>
      {room.open ? (
        <Link path={roomConclusionsPath(room.slug)} lang={room.name.locale} class="quiet-link">
          {room.name.text}
        </Link>
      ) : (
        <span lang={room.name.locale}>{room.name.text}</span>
      )}
      <ConclusionMark of={of} />
      {of.public && <Tag>{t('conclusions:public')}</Tag>}
    </>
  );
}

function Words({ of: { id, statement } }: { of: ConclusionView }) {
  const { locale } = useLanguage();
  return (
    <>
      <Said large lang={statement.locale}>
        {statement.text}
      </Said>
      {(statement.state !== 'original' || statement.locale !== locale) && (
        <p>
          <Standing of={statement} text={{ kind: 'conclusion', id }} />
        </p>
      )}
    </>
  );
}

/** What must be known before reading on. */
function Told({ of: { id, state, version, replacedBy, positionsUntil, moves } }: { of: ConclusionView }) {
  const language = useLanguage();
  const { t } = language;
  const over = positionsUntil !== null && new Date(positionsUntil) <= new Date();
  const [last] = moves;
  return (
    <>
      {state === 'positions' && over && <Notice kind="quiet">{t('conclusions:positions.over')}</Notice>}
      {version > 0 && (state === 'draft' || state === 'positions') && (
        <Notice kind="amber">
          <p>
            {t('conclusions:amending')}{' '}
            <Link path={versionPath(id, version)}>{t('conclusions:version', { version })}</Link>
          </p>
        </Notice>
      )}
      {replacedBy && (
        <Notice kind="amber">
          <Link path={conclusionPath(replacedBy.id)}>
            {t('conclusions:replaced_by', { number: replacedBy.number })}
          </Link>
        </Notice>
      )}
      {state === 'withdrawn' && (
        <Notice kind="red" title={t('conclusions:withdrawn')}>
          {last?.to === 'withdrawn' && last.reason && <p lang={last.locale ?? undefined}>{last.reason}</p>}
        </Notice>
      )}
    </>
  );
}

function About({ of }: { of: ConclusionView }) {
  const language = useLanguage();
  const { t } = language;
  const { id, room, threadId, adoptedAt, positionsUntil, versions, locale } = of;
  return (
    <section class="stack" aria-labelledby="about">
      <h2 id="about">{t('conclusions:about.title')}</h2>
      <Facts
        stacked
        facts={[
          {
            label: t('conclusions:about.from'),
            value: room.open && (
              <Link path={threadId ? threadPath(threadId) : roomPath(room.slug)}>
                {t(threadId ? 'conclusions:about.thread' : 'conclusions:about.room')}
              </Link>
            ),
          },
          { label: t('conclusions:about.language'), value: language.languageName(locale) },
          {
            label: t('conclusions:about.until'),
            value: positionsUntil && language.dateTime(positionsUntil),
          },
          { label: t('conclusions:about.adopted'), value: adoptedAt && language.date(adoptedAt) },
        ]}
      />
      {versions.length > 0 && (
        <ul class="stack stack-tight">
          {versions.map(({ version, adoptedAt: at }) => (
            <li>
              <Link path={versionPath(id, version)}>{t('conclusions:version', { version })}</Link>{' '}
              <span class="small soft">{language.date(at)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
