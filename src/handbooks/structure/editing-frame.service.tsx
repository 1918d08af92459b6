import { Injectable } from '@nestjs/common';
import type { ComponentChildren } from 'preact';
import type { FormState } from '../../core/http/form';
import { page, type Crumb, type Page, type Script } from '../../core/http/page';
import type { Reader } from '../../core/http/reader';
import { useLanguage } from '../../ui/language';
import { ButtonLink } from '../../ui/parts/button';
import { Tabs } from '../../ui/parts/tabs';
import { FundingNotices } from '../../partnerships/funding/funding-notices.service';
import type { HandbookRow } from '../handbook.access';
import { EDITING_TABS, editingPath, type EditingTab } from './editing-paths';

interface Framed {
  title: string;
  body: ComponentChildren;
  crumbs?: Crumb[];
  scripts?: Script[];
  /** Of a form that was refused. */
  refused?: FormState | undefined;
}

/** What all pages have on which a handbook is written: the colour of its partnership and the wording of its grant. */
@Injectable()
export class HandbookEditingFrame {
  constructor(private readonly notices: FundingNotices) {}

  async page({ language, locales }: Reader, row: HandbookRow, framed: Framed): Promise<Page> {
    const { title, body, crumbs = [], scripts, refused } = framed;
    const funding = await this.notices.of([row.partnershipId], locales);
    return page({
      ...{ title, body, section: 'handbooks', accent: row.partnership.accent, hidden: true },
      crumbs: [
        { label: language.t('handbooks:reading.title'), path: '/handbooks' },
        { label: row.title, path: `/handbooks/${row.slug}`, lang: row.locale },
        ...crumbs,
      ],
      funding: [...funding.values()],
      ...(scripts && { scripts }),
      ...(refused?.refusal && { status: refused.refusal.status }),
    });
  }
}

interface EditingProps {
  row: HandbookRow;
  tab: EditingTab;
  children: ComponentChildren;
}

/** Head and tabs of the pages about a whole handbook. */
export function HandbookEditing({ row, tab, children }: EditingProps) {
  const { t } = useLanguage();
  const own = EDITING_TABS.filter((each) => each !== 'gathering' || row.kind === 'proceedings');
  const tabs = own.map((each) => ({
    label: t(`handbooks:editing.tabs.${each}`),
    path: editingPath(row.slug, each),
    current: each === tab,
  }));
  return (
    <div class="page">
      <div class="title-block">
        <p class="row small soft">
          <span lang={row.partnership.locale}>{row.partnership.name}</span>
          <span class="tag">{t(`handbooks:editing.status.${row.status}`)}</span>
        </p>
        <div class="row row-center apart">
          <h1 lang={row.locale}>{row.title}</h1>
          <ButtonLink path={`/handbooks/${row.slug}`}>{t('handbooks:editing.read')}</ButtonLink>
        </div>
      </div>
      <Tabs label={t('handbooks:editing.label')} tabs={tabs} />
      <div class="stack stack-wide editing">{children}</div>
    </div>
  );
}
