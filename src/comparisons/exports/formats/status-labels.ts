import type { Language } from '../../../core/i18n/language';
import { FLAGS } from '../../comparison-facts';
import { OBSERVATION_STANDINGS, statusCodes } from '../codes';

/** What the codes of an observation's status mean, by code. A code says the same as a flag and as a standing. */
export function statusLabels(t: Language['t']): Record<string, string> {
  return Object.fromEntries([
    ...OBSERVATION_STANDINGS.filter((standing) => standing !== 'value').map((standing) => [
      statusCodes(standing, [])[0]!,
      t(`comparisons:standing.${standing}`),
    ]),
    ...FLAGS.filter((flag) => flag !== 'm').map((flag) => [
      flag.toUpperCase(),
      t(`comparisons:flag.${flag}`),
    ]),
  ]) as Record<string, string>;
}
