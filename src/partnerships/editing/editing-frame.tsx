import { Injectable } from '@nestjs/common';
import type { ComponentChildren } from 'preact';
import { Conflict } from '../../core/errors/refusal';
import type { FormState } from '../../core/http/form';
import { page, type Page } from '../../core/http/page';
import type { Reader } from '../../core/http/reader';
import { useLanguage } from '../../ui/language';
import { ButtonLink } from '../../ui/parts/button';
import { Tabs } from '../../ui/parts/tabs';
import { FundingNotices } from '../funding/funding-notices.service';
import type { Partnership } from '../partnership.entity';
import { partnershipPolicy } from '../partnership.policy';
import { partnershipPath } from '../partnership-words';

const TABS = [
  'record',
  'statements',
  'partners',
  'funding',
  'notes',
  'translations',
  'people',
  'archive',
] as const;
/** For those who may appoint. */
const OF_ORGANISERS: readonly EditingTab[] = ['people', 'archive'];

/** A part of the editing pages. */
export type EditingTab = (typeof TABS)[number];

/** The form on a page that was refused, if one was: which one, and what was typed. */
export interface RefusedForm {
  at: string;
  state: FormState;
}

export const editingPath = (slug: string, tab: EditingTab): string =>
  `${partnershipPath(slug)}/edit${tab === 'record' ? '' : `/${tab}`}`;

/** What stands now, when the refusal was that somebody saved first. */
export function theirsIn({ refusal }: FormState): Conflict['theirs'] {
  return refusal instanceof Conflict ? refusal.theirs : undefined;
}

/** Puts the editing pages of a partnership together: head, tabs, its colour and the wording of its grant. */
@Injectable()
export class EditingFrame {
  constructor(private readonly notices: FundingNotices) {}

  async page(
    { actor, language, locales }: Reader,
    row: Partnership,
    { tab, body, refused }: { tab: EditingTab; body: ComponentChildren; refused?: FormState },
  ): Promise<Page> {
    const funding = await this.notices.of([row.id], locales);
    const label = row.acronym ?? row.name;
    return page({
      title: language.t('partnerships:editing.title'),
      section: 'partnerships',
      crumbs: [
        { label: language.t('partnerships:title'), path: '/partnerships' },
        { label, path: partnershipPath(row.slug), lang: row.locale },
      ],
      accent: row.accent,
      funding: [...funding.values()],
      body: (
        <Editing row={row} tab={tab} mayAppoint={partnershipPolicy.may(actor, 'appoint', row)}>
          {body}
        </Editing>
      ),
      hidden: true,
      ...(refused?.refusal && { status: refused.refusal.status }),
    });
  }
}

interface EditingProps {
  row: Partnership;
  tab: EditingTab;
  mayAppoint: boolean;
  children: ComponentChildren;
}

function Editing({ row, tab, mayAppoint, children }: EditingProps) {
  const { t } = useLanguage();
  const tabs = TABS.filter((part) => !OF_ORGANISERS.includes(part) || mayAppoint).map((part) => ({
    label: t(`partnerships:editing.${part}`),
    path: editingPath(row.slug, part),
    current: part === tab,
  }));
  return (
    <div class="page">
      <div class="title-block">
        <p class="row small soft" lang={row.locale}>
          {row.name}
        </p>
        <div class="row row-center apart">
          <h1>{t('partnerships:editing.title')}</h1>
          <ButtonLink path={partnershipPath(row.slug)}>{t('partnerships:editing.back')}</ButtonLink>
        </div>
      </div>
      <Tabs label={t('partnerships:editing.label')} tabs={tabs} />
      <div class="stack stack-wide editing">{children}</div>
    </div>
  );
}
