import type { Refusal } from '../../core/errors/refusal';
import { freshForm } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Facts } from '../../ui/parts/facts';
import { Form } from '../../ui/parts/form';
import { Hidden } from '../../ui/parts/hidden';
import { Link } from '../../ui/parts/link';
import { Notice } from '../../ui/parts/notice';
import { SectionHead } from '../../ui/parts/section-head';
import { TitleBlock } from '../../ui/parts/title-block';
import { EXCHANGE } from './exchange-paths';
import type { Preview } from './imports.service';
import type { Report } from './report';
import { Changes, More, SHOWN } from './preview-changes';
import { ACTS, RESTS, VERDICTS, type Verdict } from './verdict';
import { verdictKey } from './verdict-words';

/** What a file would do, before it does it. */
export function ImportPreview({ preview, refusal }: { preview: Preview; refusal?: Refusal }) {
  const language = useLanguage();
  const { t } = language;
  const { name, report } = preview;
  const { from, to } = report;
  const changes = report.lines.filter(({ verdict }) => ACTS.includes(verdict));
  const refused = report.lines.filter(({ verdict }) => !ACTS.includes(verdict) && !RESTS.includes(verdict));
  return (
    <div class="page stack stack-wide">
      <TitleBlock title={t('translations:exchange.preview.title')}>
        <Facts
          facts={[
            { label: t('translations:exchange.preview.file'), value: name },
            {
              label: t('translations:exchange.preview.languages'),
              value:
                from &&
                to &&
                t('translations:exchange.preview.direction', {
                  from: language.languageName(from),
                  to: language.languageName(to),
                }),
            },
          ]}
        />
      </TitleBlock>
      {refusal && (
        <Notice kind="amber" role="alert">
          <p>{t(refusal.key, refusal.values)}</p>
          {refusal.fields.slice(0, 20).map(({ path, key, values }) => (
            <p>{`${path}: ${t(key, values)}`}</p>
          ))}
        </Notice>
      )}
      <Counts report={report} />
      <Decision preview={preview} count={changes.length} />
      {(refused.length > 0 || report.problems.length > 0) && <Refused report={report} refused={refused} />}
      {changes.length > 0 && <Changes report={report} changes={changes} />}
    </div>
  );
}

function Counts({ report }: { report: Report }) {
  const language = useLanguage();
  const { t } = language;
  const count = (verdict: Verdict) => report.lines.filter((line) => line.verdict === verdict).length;
  return (
    <table class="data">
      <caption class="visually-hidden">{t('translations:exchange.preview.counts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('translations:exchange.preview.verdict')}</th>
          <th scope="col" class="num">
            {t('translations:exchange.preview.number')}
          </th>
        </tr>
      </thead>
      <tbody>
        {VERDICTS.filter((verdict) => count(verdict) > 0).map((verdict) => (
          <tr>
            <th scope="row">{t(verdictKey(report.kind, verdict))}</th>
            <td class="num">{language.number(count(verdict))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Decision({ preview: { id, report }, count }: { preview: Preview; count: number }) {
  const { t } = useLanguage();
  const path = `${EXCHANGE}/imports/${id}`;
  return (
    <div class="row row-center">
      {count > 0 ? (
        <Form action={`${path}/preview`} id="do" state={freshForm({ seen: report.seen })} class="row">
          <Hidden name="seen" />
          <Button kind="main">{t('translations:exchange.preview.do')}</Button>
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

type Lines = Report['lines'];

function Refused({ report, refused }: { report: Report; refused: Lines }) {
  const { t } = useLanguage();
  const told = [
    ...report.problems.map(({ line, code, what }) => ({
      line,
      words: t(`translations:exchange.problem.${code}`, { what }),
    })),
    ...refused.map(({ line, verdict, why }) => ({
      line,
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
