import { z } from 'zod';
import { baseRevision, locale, prose } from '../../core/http/text.schema';
import { weight } from '../../core/http/weight.schema';

export const RULES_LIMIT = 8000;

/** Of the rules that were seen; nothing, or 0: there were none yet. */
const seen = z.union([z.literal([0, '0']).transform(() => 0), baseRevision]).default(0);

export const writtenRules = z.strictObject({
  body: prose(RULES_LIMIT).meta({ description: 'Plain paragraphs' }),
  locale: locale.meta({ description: 'Language of the words' }),
  revision: seen.meta({ description: 'Of the rules that were seen; 0: there were none yet' }),
  weight,
});
export type WrittenRules = z.output<typeof writtenRules>;

export const rulesQuery = z.object({
  version: z.coerce.number().int().min(1).max(2_000_000_000).optional().catch(undefined),
});
export type RulesQuery = z.output<typeof rulesQuery>;

export const rulesVersion = z.object({
  version: z.int(),
  body: z.string().meta({ description: 'In its own language' }),
  locale,
  from: z.iso.datetime().meta({ description: 'Since when it held' }),
  until: z.iso.datetime().nullable().meta({ description: 'Until when; null: it holds' }),
});
export type RulesVersion = z.infer<typeof rulesVersion>;

export const ownRulesView = z
  .object({
    id: z
      .guid()
      .nullable()
      .meta({ description: 'Of the text, by which it is translated; null: there is none' }),
    versions: z
      .array(rulesVersion)
      .meta({ description: 'The newest first; none where only the rules of the hub hold' }),
  })
  .meta({ id: 'HouseRules' });
export type OwnRulesView = z.infer<typeof ownRulesView>;
