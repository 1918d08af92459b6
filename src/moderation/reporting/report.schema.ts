import { z } from 'zod';
import { email, line, locale, prose } from '../../core/http/text.schema';
import { GROUNDS, LAW_GROUNDS, RULE_GROUNDS } from '../grounds';

export const REPORT_KINDS = ['rule', 'law'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];
export const EXPLANATION_LIMIT = 4000;

const words = {
  explanation: prose(EXPLANATION_LIMIT, 0)
    .default('')
    .meta({ description: 'Why; must be said of what is against the law' }),
  locale: locale.meta({ description: 'Language of the explanation' }),
};

/** What is wrong with a post. */
export const newReport = z.strictObject({
  ground: z.enum(GROUNDS).meta({ description: 'The house rule that it breaks, or the kind of law' }),
  ...words,
  goodFaith: z.boolean().default(false).meta({
    description: 'That what is said is believed to be right and complete; for what is against the law',
  }),
  name: line(200, 0)
    .default('')
    .meta({ description: 'Of who has no account and reports something against the law' }),
  email: z
    .union([email, z.literal('')])
    .default('')
    .meta({ description: 'Where the answer is to be sent, for who has no account' }),
});
export type NewReport = z.output<typeof newReport>;

const kind = z.enum(REPORT_KINDS);

/** As the form sends it. A field that nobody sees must be left empty: programs fill it in. */
export const reportForm = newReport
  .extend({
    kind,
    ground: z.enum(['', ...RULE_GROUNDS, ...LAW_GROUNDS]).optional(),
    goodFaith: z.stringbool().default(false),
    website: z.string().max(0, 'moderation:problem.leave_empty').default(''),
  })
  .transform(({ kind: _kind, website: _website, ground, ...report }, context): NewReport => {
    if (!ground) {
      context.addIssue({ code: 'custom', path: ['ground'], message: 'moderation:problem.ground' });
      return z.NEVER;
    }
    return { ...report, ground };
  });

/** Which of the two forms; first it is asked which. */
export const reportQuery = z.object({ kind: kind.optional().catch(undefined) });

export const receivedReport = z
  .object({
    id: z.guid().meta({ description: 'The answer will be at `/moderation/reports/<id>`' }),
    number: z.string().meta({ description: 'What to call the report in a letter' }),
  })
  .meta({ id: 'ReceivedReport' });
export type ReceivedReport = z.output<typeof receivedReport>;
