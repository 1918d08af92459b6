import type { ComponentChildren } from 'preact';
import type { FormState } from '../../core/http/form';
import { page, type Page, type PageOptions } from '../../core/http/page';
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

/** Colour and funding of its partnership: see CaseFrame. */
export type Face = Omit<PageOptions, 'title' | 'body'>;

/** Puts a page about the way of a case together. */
export function caseFrame(
  { language }: Reader,
  { slug, title, locale }: StandingView,
  body: ComponentChildren,
  { name, face, refused, below }: { name: Key; face: Face; refused?: FormState; below?: boolean },
): Page {
  return page({
    ...face,
    title: language.t(name),
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
