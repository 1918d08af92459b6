import { z } from 'zod';
import { renderedText } from '../../core/http/rendered.schema';

export const groupView = z
  .object({
    id: z.guid().meta({ description: 'Id of the stakeholder group' }),
    slug: z.string().meta({ description: 'Stable name of the group, for programs' }),
    kind: z
      .enum(['core', 'target', 'dissemination'])
      .meta({ description: 'Forms the platform, is to be won, or spreads the word' }),
    name: renderedText.meta({ description: 'Name of the group' }),
  })
  .meta({ id: 'StakeholderGroup' });

export const groupList = z
  .object({ items: z.array(groupView).meta({ description: 'In their own order' }) })
  .meta({ id: 'StakeholderGroupList' });

/** How many members of one stakeholder group sit at the table. */
export const groupCountView = groupView
  .extend({
    count: z.number().int().meta({ description: 'Members; 0 is a seat that is kept and still empty' }),
    expected: z.boolean().meta({ description: 'The platform keeps a seat for this group' }),
  })
  .meta({ id: 'GroupCount' });

export type GroupView = z.infer<typeof groupView>;
export type GroupCount = z.infer<typeof groupCountView>;
