import { z } from 'zod';
import { weight } from '../../core/http/weight.schema';
import { baseRevision, email, locale, prose } from '../../core/http/text.schema';
import { OFFICES } from '../people/appointments.service';
import { PARTNER_ROLES } from '../partners/partner.entity';
import { STATEMENT_KINDS } from '../statements/statement.entity';

/** What the forms of a partnership send, beside the record itself. */

const none = z.literal('').transform(() => null);
const sentence = prose(2000);
const ticked = z.literal('true').optional();

export const nothing = z.strictObject({});

export const statementForm = z.strictObject({ kind: z.enum(STATEMENT_KINDS), locale, text: sentence });
export const statementEditForm = z.strictObject({ locale, text: sentence, revision: baseRevision, weight });
export const moveForm = z.strictObject({ direction: z.enum(['up', 'down']) });

export const noteForm = z.strictObject({ locale, issue: sentence, treatment: sentence });
export const noteEditForm = noteForm.extend({ revision: baseRevision, weight });

export const partnerForm = z.strictObject({
  organisationId: z.guid('errors:field.choice'),
  role: z.enum(PARTNER_ROLES),
});
export const roleForm = z.strictObject({ role: z.enum(PARTNER_ROLES) });

export const appointForm = z.strictObject({ email, office: z.enum(OFFICES) });
export const dismissForm = z.strictObject({ office: z.enum(OFFICES) });

export const fundingForm = z
  .strictObject({
    statement: z.union([none, prose(1000)]),
    disclaimer: z.union([none, prose(2000)]),
    locale,
    emblem: ticked.transform(Boolean),
    /** Said on purpose, so that an empty field does not take a statement out of force. */
    unknown: ticked,
  })
  .refine(({ statement, unknown }) => statement !== null || unknown === 'true', {
    path: ['statement'],
    message: 'errors:field.required',
  })
  .refine(({ statement, disclaimer, emblem }) => statement !== null || (!disclaimer && !emblem), {
    path: ['statement'],
    message: 'partnerships:problem.statement_first',
  })
  .transform(({ unknown: _, ...notice }) => notice);

export const reviewRuleForm = z.strictObject({ separateReview: ticked.transform(Boolean) });
