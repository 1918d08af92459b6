import { ownName } from '../../core/i18n/locales';
import { freshForm, type FormState } from '../../core/http/form';
import { useLanguage } from '../../ui/language';
import { Button } from '../../ui/parts/button';
import { Checkbox } from '../../ui/parts/checkbox';
import { Content } from '../../ui/parts/content';
import { Form } from '../../ui/parts/form';
import { LanguageSelect } from '../../ui/parts/language-select';
import { Notice } from '../../ui/parts/notice';
import { SectionHead } from '../../ui/parts/section-head';
import { TextArea } from '../../ui/parts/text-area';
import { editingPath } from '../editing/editing-frame';
import type { FundingNoticeVersion } from './funding-notice.entity';
import type { Partnership } from '../partnership.entity';

interface FundingEditingProps {
  row: Partnership;
  /** The newest first. */
  versions: FundingNoticeVersion[];
  mayFund: boolean;
  state?: FormState;
}

/** The wording in force, what was in force before, and a form for the next version. */
export function FundingEditing({ row, versions, mayFund, state }: FundingEditingProps) {
  const { t } = useLanguage();
  const [now, ...earlier] = versions;
  return (
    <>
      <section class="stack" aria-labelledby="wording">
        <SectionHead id="wording" title={t('partnerships:funding.title')} flush />
        <p class="soft">{t('partnerships:funding.lead')}</p>
        <h3>{t('partnerships:funding.now')}</h3>
        {now ? <Version version={now} /> : <p>{t('partnerships:funding.none')}</p>}
      </section>
      {earlier.length > 0 && (
        <details>
          <summary>{t('partnerships:funding.earlier')}</summary>
          <div class="stack">
            {earlier.map((version) => (
              <Version version={version} />
            ))}
          </div>
        </details>
      )}
      {mayFund ? (
        <NewVersion row={row} {...(state && { state })} />
      ) : (
        <Notice kind="quiet">{t('partnerships:funding.organiser_only')}</Notice>
      )}
    </>
  );
}

function Version({
  version: { version, statement, disclaimer, locale, emblem, validFrom },
}: {
  version: FundingNoticeVersion;
}) {
  const language = useLanguage();
  const { t } = language;
  return (
    <div class="stack stack-tight">
      {statement ? (
        <Content as="p" lang={locale} class="said">
          {statement}
        </Content>
      ) : (
        <p>{t('partnerships:funding.unknown')}</p>
      )}
      {disclaimer && (
        <Content as="p" lang={locale}>
          {disclaimer}
        </Content>
      )}
      <p class="small soft dots">
        <span>{t('partnerships:funding.version', { version })}</span>
        <span>{t('partnerships:funding.since', { date: language.date(validFrom) })}</span>
        <span lang={locale}>{ownName(locale)}</span>
        {emblem && <span>{t('partnerships:funding.with_emblem')}</span>}
      </p>
    </div>
  );
}

function NewVersion({ row, state }: { row: Partnership; state?: FormState }) {
  const { t } = useLanguage();
  return (
    <section class="stack" aria-labelledby="new-version">
      <SectionHead id="new-version" title={t('partnerships:funding.new')} flush />
      <p class="soft">{t('partnerships:funding.new_hint')}</p>
      <Form action={editingPath(row.slug, 'funding')} state={state ?? freshForm({ locale: 'en' })}>
        <TextArea
          name="statement"
          label={t('partnerships:funding.statement')}
          hint={t('partnerships:funding.statement_hint')}
          optional
          max={1000}
        />
        <Checkbox name="unknown" label={t('partnerships:funding.mark_unknown')} />
        <TextArea name="disclaimer" label={t('partnerships:funding.disclaimer')} optional max={2000} />
        <LanguageSelect />
        <Checkbox
          name="emblem"
          label={t('partnerships:funding.emblem')}
          hint={t('partnerships:funding.emblem_hint')}
        />
        <div>
          <Button>{t('partnerships:funding.save')}</Button>
        </div>
      </Form>
    </section>
  );
}
