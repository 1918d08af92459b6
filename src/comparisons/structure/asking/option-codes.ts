import { slugOf } from '../../../core/database/slug';
import { Invalid } from '../../../core/errors/refusal';
import type { Locale } from '../../../core/i18n/locales';
import type { QuestionOption } from '../question-option.entity';

interface Given {
  label: string;
  code?: string | undefined;
}

/** New options after those that stand there. @throws Invalid when a code is given twice */
export function optionRows(
  options: readonly Given[],
  { questionId, locale }: { questionId: string; locale: Locale },
  standing: readonly Pick<QuestionOption, 'code' | 'position'>[],
) {
  const taken = new Set(standing.map(({ code }) => code));
  const last = Math.max(0, ...standing.map(({ position }) => position));
  return options.map(({ label, code: given }, place) => {
    if (given !== undefined && taken.has(given))
      throw Invalid.field('code', 'comparisons:problem.code_taken');
    const code = given ?? freeCode(label, taken);
    taken.add(code);
    return { questionId, locale, label, code, position: last + place + 1 };
  });
}

/** »Osnutek zakona« → osnutek_zakona */
function freeCode(label: string, taken: ReadonlySet<string>): string {
  const base = slugOf(label).replaceAll('-', '_').slice(0, 30) || 'option';
  if (!taken.has(base)) return base;
  for (let number = 2; ; number += 1) if (!taken.has(`${base}_${number}`)) return `${base}_${number}`;
}
