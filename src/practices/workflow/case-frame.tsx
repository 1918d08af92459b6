import type { ComponentChildren } from 'preact';
import type { FormState } from '../../core/http/form';
import { page, type Page } from '../../core/http/page';
import type { Reader } from '../../core/http/reader';
import type { Key } from '../../core/i18n/keys';
import { casePath } from '../form/case-paths';
import { practicePath, PRACTICES } from '../practice-paths';
import type { StandingView } from './standing.schema';

/** A form on a page that was refused: which one, and what was typed. */
export interface RefusedAct {
  at: string;
  state: FormState;
}

/** Puts a page about the way of a case together. */
export function caseFrame(
  { language }: Reader,
  { slug, title, locale }: StandingView,
  body: ComponentChildren,
  { name, refused, below }: { name: Key; refused?: FormState; below?: boolean },
): Page {
  return page({
    title: language.t(name),
    section: 'practices',
    crumbs: [
      { label: language.t('practices:list.title'), path: PRACTICES },
      { label: title, path: practicePath(slug), lang: locale },
      ...(below ? [{ label: language.t('practices:case.title'), path: casePath(slug) }] : []),
    ],
    body,
    hidden: true,
    ...(refused?.refusal && { status: refused.refusal.status }),
  });
}
