/** Where moderation lives. Paths without the locale. */
export const QUEUE = '/moderation';
export const LOG = '/moderation/log';
export const FIGURES = '/moderation/figures';
export const ownRulesPath = (slug: string): string => `/partnerships/${slug}/house-rules`;
export const casePath = (id: string): string => `/moderation/cases/${id}`;
export const statementPath = (id: string): string => `/moderation/statements/${id}`;
export const reportPath = (id: string): string => `/moderation/reports/${id}`;
