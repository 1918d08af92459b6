import { postPath, roomPath } from '../../rooms/room-paths';
import { useLanguage } from '../../ui/language';
import { Facts } from '../../ui/parts/facts';
import { Link } from '../../ui/parts/link';
import { Notice } from '../../ui/parts/notice';
import { SectionHead } from '../../ui/parts/section-head';
import { Tag } from '../../ui/parts/marks';
import { Time } from '../../ui/parts/time';
import { TitleBlock } from '../../ui/parts/title-block';
import { LOG } from '../moderation-paths';
import type { CasePageProps } from './case-props';
import { Assign, NoteForm, TakeOn } from './case-forms';
import { Appeals, Decisions, Notes, Reports } from './case-file';
import { DecisionForm, ReviewForm } from './case-decision';
import { CaseRow } from './queue';
import { PostInQuestion, PostsAround } from './post-in-question';

/** A case: the post and what surrounds it, who says what against it, and the decision. */
export function CasePage(props: CasePageProps) {
  const { t } = useLanguage();
  const { matter, file, refused, can } = props;
  const meanwhile = refused?.form.refusal?.status === 409;
  return (
    <div class="page">
      <TitleBlock title={t('moderation:case.name', { number: matter.number })} above={<Above {...props} />}>
        <Standing {...props} />
      </TitleBlock>
      {meanwhile && (
        <Notice kind="amber" role="alert">
          {t('moderation:refusal.meanwhile')}
        </Notice>
      )}
      <div class="split section">
        <div class="stack">
          <PostInQuestion {...props} />
          <PostsAround {...props} />
          <Reports reports={file.reports} />
          <Appeals appeals={file.appeals} />
          {can.decide && matter.state !== 'appealed' && <DecisionForm {...props} />}
          {matter.state === 'appealed' && <ReviewForm {...props} />}
        </div>
        <aside class="stack">
          {can.work && <TakeOn {...props} />}
          {can.work && <Assign {...props} />}
          <Decisions decisions={file.decisions} />
          <OtherMeasures {...props} />
          <section class="stack stack-tight" aria-labelledby="notes">
            <SectionHead id="notes" title={t('moderation:case.notes')} />
            <Notes notes={file.notes} />
            {can.work && <NoteForm {...props} />}
          </section>
          <Earlier {...props} />
        </aside>
      </div>
    </div>
  );
}

function Above({ matter }: CasePageProps) {
  const { t } = useLanguage();
  const { room, threadId, postNumber, threadTitle, threadLocale, illegal } = matter;
  return (
    <>
      <Tag>{t(`moderation:standing.${matter.state}`)}</Tag>
      {illegal && <Tag>{t('moderation:case.illegal')}</Tag>}
      <span lang={room.locale}>{room.name}</span>
      <Link path={postPath(threadId, postNumber)} lang={threadLocale}>
        {`${threadTitle}, ${postNumber}`}
      </Link>
      <Link path={`${LOG}?room=${room.slug}`}>{t('moderation:log.of_room')}</Link>
    </>
  );
}

function Standing({ matter }: CasePageProps) {
  const language = useLanguage();
  const { t } = language;
  return (
    <Facts
      facts={[
        { label: t('moderation:fact.opened'), value: <Time value={matter.openedAt} /> },
        { label: t('moderation:fact.author'), value: matter.author },
        { label: t('moderation:fact.language'), value: language.languageName(matter.locale) },
        { label: t('moderation:fact.assignee'), value: matter.assignee ?? t('moderation:queue.nobody') },
      ]}
    />
  );
}

/** What was decided about the same author in this place before. */
function Earlier({ file: { earlier } }: CasePageProps) {
  const { t } = useLanguage();
  return (
    <section class="stack stack-tight" aria-labelledby="earlier">
      <SectionHead id="earlier" title={t('moderation:case.earlier')} />
      {earlier.length === 0 && <p class="soft">{t('moderation:case.no_earlier')}</p>}
      {earlier.length > 0 && (
        <ul class="list list-close">
          {earlier.map((matter) => (
            <CaseRow matter={matter} heading="h3" />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Measures that are not about the post: each is told to whom it concerns with a reason of its own. */
function OtherMeasures({ matter: { room, authorId } }: CasePageProps) {
  const { t } = useLanguage();
  return (
    <section class="stack stack-tight" aria-labelledby="other-measures">
      <SectionHead id="other-measures" title={t('moderation:case.other_measures')} />
      {authorId && (
        <p>
          <Link path={`${roomPath(room.slug)}/removals/new?person=${authorId}`}>
            {t('moderation:case.remove')}
          </Link>
        </p>
      )}
      <p>
        <Link path={`${roomPath(room.slug)}/manage`}>{t('moderation:case.slow_down')}</Link>
      </p>
    </section>
  );
}
