import { Injectable } from '@nestjs/common';
import type { ComponentChildren } from 'preact';
import { Conflict } from '../../../core/errors/refusal';
import type { FormState } from '../../../core/http/form';
import { page, type Crumb, type Page } from '../../../core/http/page';
import type { Reader } from '../../../core/http/reader';
import { FundingNotices } from '../../../partnerships/funding/funding-notices.service';
import { useLanguage } from '../../../ui/language';
import { ButtonLink } from '../../../ui/parts/button';
import { Tag } from '../../../ui/parts/marks';
import { Tabs } from '../../../ui/parts/tabs';
import type { ComparisonRow } from '../../comparison.access';
import { boardPath, EDITING_TABS, editingPath, type EditingTab } from '../comparison-paths';

/** The form on a page that was refused, if one was: which one, and what was typed. */
export interface RefusedForm {
  at: string;
  state: FormState;
}

/** What stands now, when the refusal was that somebody saved first. */
export const theirsIn = ({ refusal }: FormState): Conflict['theirs'] =>
  refusal instanceof Conflict ? refusal.theirs : undefined;

interface Shown {
  comparison: ComparisonRow;
  tab: EditingTab;
  body: ComponentChildren;
  refused?: FormState;
  /** Between the comparison and a page below one of its tabs. */
  below?: { title: string; lang?: string };
}

/** Puts the editing pages of a comparison together: head, tabs, colour and the wording of the grant. */
@Injectable()
export class ComparisonEditingFrame {
  constructor(private readonly notices: FundingNotices) {}

  async page(reader: Reader, { comparison, tab, body, refused, below }: Shown): Promise<Page> {
    const { language, locales } = reader;
    const funding = await this.notices.of([comparison.partnershipId], locales);
    const tabTitle = language.t(`comparisons:editing.${tab}`);
    return page({
      title: below?.title ?? `${tabTitle} – ${comparison.title}`,
      section: 'comparisons',
      crumbs: [
        ...crumbsOf(comparison),
        ...(below ? [{ label: tabTitle, path: editingPath(comparison.slug, tab) }] : []),
      ],
      accent: comparison.partnership.accent,
      funding: [...funding.values()],
      body: (
        <Editing comparison={comparison} tab={tab}>
          {body}
        </Editing>
      ),
      hidden: true,
      ...(refused?.refusal && { status: refused.refusal.status }),
    });
  }
}

const crumbsOf = ({ partnership: { slug, name, acronym, locale } }: ComparisonRow): Crumb[] => [
  { label: acronym ?? name, path: `/partnerships/${slug}`, lang: locale },
];

interface EditingProps {
  comparison: ComparisonRow;
  tab: EditingTab;
  children: ComponentChildren;
}

function Editing({ comparison: { slug, title, locale, status }, tab, children }: EditingProps) {
  const { t } = useLanguage();
  const tabs = EDITING_TABS.map((part) => ({
    label: t(`comparisons:editing.${part}`),
    path: editingPath(slug, part),
    current: part === tab,
  }));
  return (
    <div class="page">
      <div class="title-block">
        <p class="row row-center small">
          <Tag>{t(`comparisons:status.${status}`)}</Tag>
        </p>
        <div class="row row-center apart">
          <h1 lang={locale}>{title}</h1>
          <ButtonLink path={boardPath(slug)}>{t('comparisons:board.title')}</ButtonLink>
        </div>
      </div>
      <Tabs label={t('comparisons:editing.label')} tabs={tabs} />
      <div class="stack stack-wide editing">{children}</div>
    </div>
  );
}
