import type { ComponentChildren } from 'preact';
import type { FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button, ButtonLink } from '../../ui/parts/button';
import { Facts } from '../../ui/parts/facts';
import { Form } from '../../ui/parts/form';
import { Link } from '../../ui/parts/link';
import { Tag } from '../../ui/parts/marks';
import { Notice } from '../../ui/parts/notice';
import { Said } from '../../ui/parts/said';
import { SectionHead } from '../../ui/parts/section-head';
import { Standing } from '../../ui/parts/standing';
import { Time } from '../../ui/parts/time';
import { TitleBlock } from '../../ui/parts/title-block';
import { codeOf } from '../recommendation-facts';
import { recommendationPath } from '../recommendation-paths';
import type { RecommendationView } from '../recommendation.schema';
import { words } from '../recommendation-words';
import { EvidenceForm } from '../../evidence/citing/evidence-form';
import type { EvidenceView } from '../../evidence/evidence.schema';
import { EvidenceList } from '../../evidence/reading/evidence-list';
import { subjectOf } from '../recommendation-access.service';
import type { UptakeView } from '../uptake/uptake.schema';
import { UptakeList } from '../uptake/uptake-list';
import { Place } from './recommendation-table';

interface RecommendationPageProps {
  view: RecommendationView;
  uptakes: UptakeView[];
  evidence: EvidenceView[];
  following: ComponentChildren;
  /** What was asked for and refused. */
  refused?: FormState;
}

/** One recommendation: what it says, what it rests on, who has taken it up. */
export function RecommendationPage({ view, uptakes, evidence, following, refused }: RecommendationPageProps) {
  const { t, locale } = useLanguage();
  const { text, reasoning, status, can } = view;
  return (
    <div class="page">
      <TitleBlock
        title={t('recommendations:one', { code: codeOf(view) })}
        above={
          <>
            <span class="dots">
              <Place {...view} />
            </span>
            {status !== 'published' && <Tag>{t(words.status(status))}</Tag>}
          </>
        }
      />
      {refused?.refusal && (
        <Notice kind="red" role="alert">
          {t(refused.refusal.key, refused.refusal.values)}
        </Notice>
      )}
      <Ended view={view} />
      <div class="section no-line stack">
        <Said lang={text.locale} large>
          {text.text}
        </Said>
        {(text.state !== 'original' || text.locale !== locale) && (
          <Standing of={text} text={{ kind: 'recommendation', id: view.id }} />
        )}
        <div class="narrow">
          <FactsOf view={view} />
        </div>
        <div class="row row-center no-print">
          {status === 'published' && following}
          <Acts view={view} />
        </div>
      </div>
      {reasoning && (
        <section class="section stack" aria-labelledby="why">
          <SectionHead id="why" title={t('recommendations:field.reasoning')} />
          <div class="narrow serif" lang={reasoning.locale}>
            {reasoning.text.split(/\n{2,}/).map((paragraph) => (
              <p>{paragraph}</p>
            ))}
          </div>
        </section>
      )}
      <RestsOn view={view} evidence={evidence} />
      {status !== 'draft' && (
        <section class="section stack" aria-labelledby="uptake">
          <SectionHead id="uptake" title={t('recommendations:uptake.title')}>
            {can.tell && (
              <ButtonLink path={`${recommendationPath(view.id)}/uptakes/new`} small>
                {t('recommendations:uptake.tell')}
              </ButtonLink>
            )}
          </SectionHead>
          <UptakeList id={view.id} uptakes={uptakes} />
        </section>
      )}
    </div>
  );
}

/** What it rests on; whoever writes it says so here. */
function RestsOn({ view, evidence }: Pick<RecommendationPageProps, 'view' | 'evidence'>) {
  const statement = subjectOf(view);
  const back = recommendationPath(view.id);
  return (
    <div class="section stack">
      <EvidenceList statement={statement} evidence={evidence} {...(view.can.edit && { keeping: { back } })} />
      {view.can.edit && <EvidenceForm statement={statement} back={back} />}
    </div>
  );
}

/** Why it is no longer advised, first of all. */
function Ended({ view: { status, withdrawal, replacedBy } }: { view: RecommendationView }) {
  const { t } = useLanguage();
  if (status === 'withdrawn')
    return (
      <Notice kind="amber" title={t('recommendations:withdrawn.title')}>
        {withdrawal && <p lang={withdrawal.locale}>{withdrawal.text}</p>}
      </Notice>
    );
  if (status !== 'replaced' || !replacedBy) return null;
  return (
    <Notice kind="amber" title={t('recommendations:replaced.title')}>
      <p>
        <Link path={recommendationPath(replacedBy.id)}>
          {t('recommendations:one', { code: codeOf(replacedBy) })}
        </Link>
      </p>
    </Notice>
  );
}

function FactsOf({ view }: { view: RecommendationView }) {
  const { t } = useLanguage();
  const { addressee, level, cost, publishedAt } = view;
  return (
    <Facts
      facts={[
        { label: t('recommendations:field.addressee'), value: addressee.text, lang: addressee.locale },
        { label: t('recommendations:field.level'), value: t(words.level(level)) },
        { label: t('recommendations:field.cost'), value: t(words.cost(cost)) },
        {
          label: t('recommendations:published_at'),
          value: publishedAt && <Time value={publishedAt} as="date" />,
        },
      ]}
    />
  );
}

function Acts({ view: { id, can } }: { view: RecommendationView }) {
  const { t } = useLanguage();
  const path = recommendationPath(id);
  return (
    <>
      {can.edit && <ButtonLink path={`${path}/edit`}>{t('recommendations:act.edit')}</ButtonLink>}
      {can.publish && (
        <Form action={`${path}/publish`} id="publish" class="inline">
          <Button kind="main">{t('recommendations:act.publish')}</Button>
        </Form>
      )}
      {can.replace && <ButtonLink path={`${path}/replace`}>{t('recommendations:act.replace')}</ButtonLink>}
      {can.withdraw && <ButtonLink path={`${path}/withdraw`}>{t('recommendations:act.withdraw')}</ButtonLink>}
      {can.remove && (
        <Form action={`${path}/remove`} id="remove" class="inline">
          <Button kind="danger">{t('recommendations:act.remove')}</Button>
        </Form>
      )}
    </>
  );
}
