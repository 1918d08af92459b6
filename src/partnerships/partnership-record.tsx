import type { ComponentChildren } from 'preact';
import { useLanguage } from '../ui/language';
import { initials } from '../ui/initials';
import { ButtonLink } from '../ui/parts/button';
import { Notice } from '../ui/parts/notice';
import { Standing } from '../ui/parts/standing';
import { Tag } from '../ui/parts/marks';
import { TableDrawing } from '../ui/parts/table-drawing';
import { WithTerms } from '../ui/terms';
import { TitleBlock } from '../ui/parts/title-block';
import type { PartnershipView } from './partnership.schema';
import { PartnershipFacts } from './partnership-facts';
import { PartnershipMoney } from './partnership-money';
import { partnershipPath } from './partnership-words';
import { PartnersTable } from './partners/partners-table';
import { RecordLanguages } from './translations/record-languages';
import { SourceNoteList } from './source-notes/source-note-list';
import { StatementGroups } from './statements/statement-groups';

/** The record of a partnership. What lives in it (platforms, rooms) comes as children, right after the opening. */
export function PartnershipRecord({
  view,
  children,
}: {
  view: PartnershipView;
  children?: ComponentChildren;
}) {
  return (
    <div class="page">
      <Opening view={view} />
      {children}
      <div class="split section">
        <div class="stack stack-wide">
          <StatementGroups statements={view.statements} />
          <PartnersTable partners={view.partners} />
        </div>
        <div class="stack stack-wide">
          <PartnershipFacts view={view} />
          {view.budget && <PartnershipMoney budget={view.budget} />}
          <RecordLanguages languages={view.languages} slug={view.slug} />
        </div>
      </div>
      <SourceNoteList notes={view.sourceNotes} />
    </div>
  );
}

function Opening({ view }: { view: PartnershipView }) {
  const { t } = useLanguage();
  const { id, name, purpose, status, can, slug } = view;
  return (
    <div class="split opening">
      <TitleBlock title={name.text} lang={name.locale} above={<Above view={view} />}>
        {purpose && (
          <p class="lead" lang={purpose.locale}>
            <WithTerms lang={purpose.locale}>{purpose.text}</WithTerms>
          </p>
        )}
        <p class="row row-center">
          <Standing of={purpose ?? name} text={{ kind: 'partnership', id }} />
          {can.edit && (
            <ButtonLink path={`${partnershipPath(slug)}/edit`}>{t('partnerships:edit')}</ButtonLink>
          )}
        </p>
        {status === 'draft' && <Notice kind="amber">{t('partnerships:draft_words')}</Notice>}
      </TitleBlock>
      <RoundTable view={view} />
    </div>
  );
}

function Above({ view: { acronym, status, originalLocale } }: { view: PartnershipView }) {
  const { t } = useLanguage();
  return (
    <>
      {acronym && (
        <span lang={originalLocale}>
          <Tag>{acronym}</Tag>
        </span>
      )}
      <span>{t(`partnerships:status.${status}`)}</span>
    </>
  );
}

/** The partners at the table, the lead in colour. The same stands in the table of partners. */
function RoundTable({ view: { partners, partnerCount, countries } }: { view: PartnershipView }) {
  const { t } = useLanguage();
  if (partnerCount === 0) return null;
  return (
    <TableDrawing
      seats={partners.map(({ organisation, role }) => ({
        kind: role === 'lead' || role === 'owner' ? 'own' : 'taken',
        label: initials(bareName(organisation.name)),
      }))}
      middle={t('partnerships:partner_count', { count: partnerCount })}
      under={t('partnerships:country_count', { count: countries.length })}
    />
  );
}

/** Without an abbreviation in brackets after it. */
const bareName = (name: string): string => name.replace(/\s*\(.*\)\s*/, ' ');
