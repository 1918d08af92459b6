import type { Refusal } from '../../core/errors/refusal';
import { freshForm } from '../../core/http/form';
import { ownName } from '../../core/i18n/locales';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Facts } from '../../ui/parts/facts';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { Link } from '../../ui/parts/link';
import { Notice } from '../../ui/parts/notice';
import { SectionHead } from '../../ui/parts/section-head';
import { TitleBlock } from '../../ui/parts/title-block';
import { EXCHANGE } from './exchange-out';
import type { Preview } from './imports.service';
import type { Plan } from './translation-imports.service';
import { ACTS, RESTS, VERDICTS, type Verdict } from './verdict';

/** Lines that are shown of each list; the numbers tell of the rest. */
const SHOWN = 200;

/** What a file would do, before it does it. */
export function ImportPreview({ preview, refusal }: { preview: Preview; refusal?: Refusal }) {
  const { t } = useLanguage();
  const { name, plan } = preview;
  const changes = plan.lines.filter(({ verdict }) => ACTS.includes(verdict));
  const refused = plan.lines.filter(({ verdict }) => !ACTS.includes(verdict) && !RESTS.includes(verdict));
  return (
    <div class="page stack stack-wide">
      <TitleBlock title={t('translations:exchange.preview.title')}>
        <Facts
          facts={[
            { label: t('translations:exchange.preview.file'), value: name },
            {
              label: t('translations:exchange.preview.languages'),
              value: t('translations:exchange.preview.direction', {
                from: ownName(plan.from),
                to: ownName(plan.to),
              }),
            },
          ]}
        />
      </TitleBlock>
      {refusal && (
        <Notice kind="amber" role="alert">
          {t(refusal.key, refusal.values)}
        </Notice>
      )}
      <Counts plan={plan} />
      <Decision preview={preview} count={changes.length} />
      {(refused.length > 0 || plan.problems.length > 0) && <Refused plan={plan} refused={refused} />}
      {changes.length > 0 && <Changes plan={plan} changes={changes} />}
    </div>
  );
}

function Counts({ plan }: { plan: Plan }) {
  const language = useLanguage();
  const { t } = language;
  const count = (verdict: Verdict) => plan.lines.filter((line) => line.verdict === verdict).length;
  return (
    <table class="data">
      <caption>{t('translations:exchange.preview.counts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('translations:exchange.preview.verdict')}</th>
          <th scope="col" class="num">
            {t('translations:exchange.preview.segments')}
          </th>
        </tr>
      </thead>
      <tbody>
        {VERDICTS.filter((verdict) => count(verdict) > 0).map((verdict) => (
          <tr>
            <th scope="row">{t(`translations:exchange.verdict.${verdict}`)}</th>
            <td class="num">{language.number(count(verdict))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Decision({ preview: { id, plan }, count }: { preview: Preview; count: number }) {
  const { t } = useLanguage();
  const path = `${EXCHANGE}/imports/${id}`;
  return (
    <div class="row row-center">
      {count > 0 ? (
        <Form action={`${path}/preview`} id="do" state={freshForm({ seen: plan.seen })} class="row">
          <Hidden name="seen" />
          <Button kind="main">{t('translations:exchange.preview.do', { count })}</Button>
        </Form>
      ) : (
        <Notice kind="quiet">{t('translations:exchange.preview.nothing')}</Notice>
      )}
      <Form action={`${path}/discard`} id="discard" class="row">
        <Button>{t('translations:exchange.preview.discard')}</Button>
      </Form>
      <Link path={EXCHANGE}>{t('translations:exchange.preview.back')}</Link>
    </div>
  );
}

type Lines = Plan['lines'];

function Refused({ plan, refused }: { plan: Plan; refused: Lines }) {
  const { t } = useLanguage();
  const told = [
    ...plan.problems.map(({ line, code, what }) => ({
      line,
      words: t(`translations:exchange.problem.${code}`, { what }),
    })),
    ...refused.map(({ unit, verdict, why }) => ({
      line: unit.line,
      words: [t(`translations:exchange.verdict.${verdict}`), why && t(why.key, why.values)]
        .filter(Boolean)
        .join(': '),
    })),
  ].sort((a, b) => a.line - b.line);
  return (
    <section class="stack" aria-labelledby="refused">
      <SectionHead id="refused" title={t('translations:exchange.preview.refused')} flush />
      <ol class="list">
        {told.slice(0, SHOWN).map(({ line, words }) => (
          <li class="list-row">
            <span class="num small soft">{t('translations:exchange.preview.line', { line })}</span> {words}
          </li>
        ))}
      </ol>
      <More of={told} />
    </section>
  );
}

function More({ of }: { of: readonly unknown[] }) {
  const { t } = useLanguage();
  if (of.length <= SHOWN) return null;
  return <p class="soft">{t('translations:exchange.preview.more', { count: of.length - SHOWN })}</p>;
}

function Changes({ plan, changes }: { plan: Plan; changes: Lines }) {
  const { t } = useLanguage();
  return (
    <section class="stack" aria-labelledby="changes">
      <SectionHead id="changes" title={t('translations:exchange.preview.changes')} flush />
      <ol class="list">
        {changes.slice(0, SHOWN).map((change) => (
          <Change plan={plan} change={change} />
        ))}
      </ol>
      <More of={changes} />
    </section>
  );
}

function Change({ plan: { from, to }, change }: { plan: Plan; change: Lines[number] }) {
  const { t } = useLanguage();
  const { unit, title, path, verdict, text, before, lost } = change;
  return (
    <li class="list-row">
      <p class="small soft dots">
        <span class="num">{t('translations:exchange.preview.line', { line: unit.line })}</span>
        <Link path={path ?? '/'} lang={from}>
          {title}
        </Link>
        <span>{t(`translations:exchange.verdict.${verdict}`)}</span>
      </p>
      <p lang={from}>{unit.source}</p>
      {before !== null && (
        <p>
          <span class="small soft">{t('translations:exchange.preview.now')}</span>{' '}
          <del lang={to}>{before}</del>
        </p>
      )}
      <p>
        <span class="small soft">{t('translations:exchange.preview.then')}</span> <ins lang={to}>{text}</ins>
      </p>
      {lost.length > 0 && (
        <p class="error">
          {t('translations:exchange.preview.lost', { marks: lost.slice(0, 10).join(' · ') })}
        </p>
      )}
    </li>
  );
}
