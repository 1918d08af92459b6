import type { FormState } from '../../core/http/form';
import { LOCALES, ownName } from '../../core/i18n/locales';
import { useHref, useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { FileField } from '../../ui/parts/file-field';
import { Form } from '../../ui/parts/form';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Notice } from '../../ui/parts/notice';
import { SectionHead } from '../../ui/parts/section-head';
import type { HandbookRow } from '../handbook.access';
import { editingPath } from '../structure/editing-paths';
import type { FolderPlan, FolderProblem, PlannedChapter } from './folder-plan';

interface ExchangeProps {
  row: HandbookRow;
  state: FormState;
  /** What the folder would become. */
  plan?: FolderPlan;
}

export function Exchange({ row, state, plan }: ExchangeProps) {
  const { t } = useLanguage();
  return (
    <>
      {plan && <Planned plan={plan} />}
      <section aria-labelledby="bring">
        <SectionHead id="bring" title={t('handbooks:import.bring_title')} />
        <p class="soft">{t('handbooks:import.lead')}</p>
        <Form action={editingPath(row.slug, 'exchange')} id="import" state={state} files>
          <FileField
            name="file"
            label={t('handbooks:import.file')}
            hint={t('handbooks:import.hint')}
            accept=".zip"
          />
          <LanguageSelect label={t('handbooks:structure.language')} />
          <div class="row row-center">
            <Button kind="main" name="act" value="check">
              {t('handbooks:import.check')}
            </Button>
            <Button name="act" value="bring">
              {t('handbooks:import.bring')}
            </Button>
          </div>
        </Form>
      </section>
      <Take row={row} />
    </>
  );
}

function Take({ row }: { row: HandbookRow }) {
  const { t } = useLanguage();
  const href = useHref();
  return (
    <section aria-labelledby="take">
      <SectionHead id="take" title={t('handbooks:import.take')} />
      <p class="soft">{t('handbooks:import.take_lead')}</p>
      <ul class="row">
        {LOCALES.map((locale) => (
          <li>
            <a href={href(`/handbooks/${row.slug}/export?language=${locale}`)} lang={locale} download>
              {ownName(locale)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Planned({ plan: { chapters, faults, losses } }: { plan: FolderPlan }) {
  const { t } = useLanguage();
  return (
    <section aria-labelledby="plan" class="stack">
      <SectionHead id="plan" title={t('handbooks:import.plan')} flush />
      {faults.length > 0 && (
        <Notice kind="red" role="alert" title={t('handbooks:import.faults')}>
          <Problems of={faults} />
        </Notice>
      )}
      {losses.length > 0 && (
        <Notice kind="amber" title={t('handbooks:import.losses')}>
          <Problems of={losses} />
        </Notice>
      )}
      <Branch chapters={chapters} />
    </section>
  );
}

/** More than these nobody reads at once. */
const MOST = 200;

function Problems({ of }: { of: FolderProblem[] }) {
  const { t } = useLanguage();
  return (
    <ul>
      {of.slice(0, MOST).map(({ file, line, key, values }) => (
        <li>
          <code>{file}</code>
          {line !== null && `, ${t('handbooks:import.line', { line })}`}: {t(key, values)}
        </li>
      ))}
    </ul>
  );
}

function Branch({ chapters }: { chapters: PlannedChapter[] }) {
  if (chapters.length === 0) return null;
  return (
    <ol class="structure">
      {chapters.map(({ title, file, children }) => (
        <li>
          <p class="structure-row">
            <b>{title}</b> <code class="small soft">{file}</code>
          </p>
          <Branch chapters={children} />
        </li>
      ))}
    </ol>
  );
}
