import { practicePath, PRACTICES } from '../practice-paths';
import type { ListName } from '../rows/practice-row.schema';
import type { StepName } from './steps';

/** Where a case is written and moved on, without the locale. */
export const NEW_PRACTICE = `${PRACTICES}/new`;
export const TASKS = `${PRACTICES}/tasks`;
export const editPath = (slug: string): string => `${practicePath(slug)}/edit`;
export const stepPath = (slug: string, step: StepName): string => `${editPath(slug)}/${step}`;
export const rowPath = (slug: string, list: ListName, id: string): string =>
  `${editPath(slug)}/${list}-list/${id}`;
export const casePath = (slug: string): string => `${practicePath(slug)}/case`;
export const judgePath = (slug: string): string => `${practicePath(slug)}/review`;
export const picturesPath = (slug: string): string => `${editPath(slug)}/pictures`;
