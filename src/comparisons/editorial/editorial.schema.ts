import { z } from 'zod';
import { locale, prose } from '../../core/http/text.schema';
import { weight } from '../../core/http/weight.schema';
import { LOCALES } from '../../core/i18n/locales';
import { orNone } from '../answering/value/answer.schema';

export const SYNTHESIS = ['alike', 'different', 'reasons'] as const;
export const PROFILE = ['summary', 'strengths', 'gaps'] as const;

/** 0: nobody has written it yet. */
const base = z.coerce
  .number()
  .int()
  .min(0)
  .max(2_147_483_647)
  .meta({ description: 'The revision that the change is made to; 0 before the first' });
const rest = {
  locale: locale.meta({ description: 'Language that it is written in' }),
  revision: base,
  weight,
};
const text = (max: number, description: string) => orNone(prose(max)).default(null).meta({ description });

export const synthesisInput = z
  .strictObject({
    alike: text(3000, 'What is alike in all countries'),
    different: text(3000, 'What differs'),
    reasons: text(3000, 'Why'),
    ...rest,
  })
  .meta({ id: 'SynthesisInput' });
export type SynthesisInput = z.output<typeof synthesisInput>;

export const profileInput = z
  .strictObject({
    summary: text(2000, 'What must be known first'),
    strengths: text(2000, 'What is strong'),
    gaps: text(2000, 'What is missing'),
    ...rest,
  })
  .meta({ id: 'ProfileInput' });
export type ProfileInput = z.output<typeof profileInput>;

const said = z.string().nullable();
const kept = {
  locale: z.enum(LOCALES).meta({ description: 'Language that it is written in' }),
  revision: z.int().meta({ description: 'Send it back with a change; 0: nobody has written it yet' }),
};
export const synthesisView = z
  .object({ alike: said, different: said, reasons: said, ...kept })
  .meta({ id: 'Synthesis' });
export const profileView = z
  .object({ summary: said, strengths: said, gaps: said, ...kept })
  .meta({ id: 'CountryProfileTexts' });

/** Either of them, as its form shows it. */
export type EditorialText = { locale: string; revision: number } & Record<string, string | number | null>;
