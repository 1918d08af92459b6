import { useLanguage } from '../../ui/language';
import { Facts } from '../../ui/parts/facts';
import { Link } from '../../ui/parts/link';
import { Prose } from '../../ui/parts/prose';
import { Time } from '../../ui/parts/time';
import { TitleBlock } from '../../ui/parts/title-block';
import { PATHS } from '../../ui/paths';
import { postPath } from '../../rooms/room-paths';
import type { FormState } from '../../core/http/form';
import { AppealForm } from '../appeals/appeal-form';
import { statementPath } from '../moderation-paths';
import { GroundWords } from './decision-words';
import type { Statement } from './statements.service';

/** What the author of a post is told: what was done, why, by whom, and what she can do. */
export function StatementPage({ statement, form }: { statement: Statement; form: FormState }) {
  const { t } = useLanguage();
  const { id, threadTitle, threadLocale, threadId, postNumber, appealUntil, appealed, alone, words } =
    statement;
  return (
    <div class="page">
      <TitleBlock
        title={t('moderation:statement.title')}
        lead={t(didWords(statement))}
        above={
          <Link path={postPath(threadId, postNumber)} lang={threadLocale}>
            {threadTitle}
          </Link>
        }
      />
      <div class="stack long-form">
        {words && (
          <section class="stack stack-tight" aria-labelledby="your-words">
            <h2 id="your-words">{t('moderation:statement.your_words')}</h2>
            <blockquote class="upright">
              <Prose lang={words.locale} html={words.html} />
            </blockquote>
          </section>
        )}
        <Why statement={statement} />
        <section class="stack" aria-labelledby="redress">
          <h2 id="redress">{t('moderation:statement.redress')}</h2>
          {appealed && (
            <p>{`${t('moderation:appeal.made')} ${t(alone ? 'moderation:appeal.who.alone' : 'moderation:appeal.who.another')}`}</p>
          )}
          {!appealed && !appealUntil && <p>{t('moderation:appeal.not_possible')}</p>}
          {appealUntil && (
            <AppealForm
              action={`${statementPath(id)}/appeal`}
              until={appealUntil}
              alone={alone}
              form={form}
            />
          )}
          <p>{t('moderation:statement.court')}</p>
          <p class="row">
            <Link path={PATHS.houseRules}>{t('moderation:rules.title')}</Link>
            <Link path={PATHS.contact}>{t('moderation:rules.contact')}</Link>
          </p>
        </section>
      </div>
    </div>
  );
}

function didWords({ measure, outcome, samePerson }: Statement) {
  if (outcome === 'upheld')
    return samePerson ? 'moderation:statement.did.upheld_alone' : 'moderation:statement.did.upheld';
  return `moderation:statement.did.${measure as 'hide' | 'restore' | 'lock' | 'unlock'}` as const;
}

/** The facts, the ground, whether somebody had reported it, and that a person decided. */
function Why({
  statement: { ground, facts, locale, decidedAt, reported, number },
}: {
  statement: Statement;
}) {
  const { t, inLanguage, locale: own } = useLanguage();
  return (
    <section class="stack" aria-labelledby="why">
      <h2 id="why">{t('moderation:statement.why')}</h2>
      <Facts
        facts={[
          { label: t('moderation:fact.ground'), value: ground && <GroundWords ground={ground} /> },
          { label: t('moderation:fact.decided'), value: <Time value={decidedAt} /> },
          { label: t('moderation:fact.number'), value: number },
        ]}
      />
      <p class="merge-text" lang={locale}>
        {facts}
      </p>
      {locale !== own && <p class="small soft">{t('moderation:written', { in: inLanguage(locale) })}</p>}
      <p>{t(reported ? 'moderation:statement.reported' : 'moderation:statement.own_accord')}</p>
      <p>{t('moderation:statement.no_machine')}</p>
    </section>
  );
}
