import { z } from 'zod';
import { line } from '../../core/http/text.schema';
import { SCOPES } from './api-token.entity';

const name = line(80).meta({ description: 'What the token is for, in your own words' });
const scope = z.enum(SCOPES).meta({ description: 'read: look only; write: act in your name' });

export const newToken = z.strictObject({
  name,
  scope,
  expiresAt: z.iso
    .datetime({ offset: true })
    .nullable()
    .default(null)
    .transform((value) => (value === null ? null : new Date(value)))
    .refine((value) => value === null || value.getTime() > Date.now(), 'accounts:problem.past')
    .meta({ description: 'When it stops to work, ISO 8601; null: never' }),
});

export const LIVES = ['30', '90', '365', ''] as const;

/** The form offers a few lengths of life instead of a moment. */
export const newTokenForm = z
  .strictObject({ name, scope, days: z.enum(LIVES) })
  .transform(({ days, ...token }) => ({
    ...token,
    expiresAt: days === '' ? null : new Date(Date.now() + Number(days) * 86_400_000),
  }));

export const tokenView = z
  .object({
    id: z.guid(),
    name: z.string().meta({ description: 'What it is for' }),
    scope,
    createdAt: z.string().meta({ description: 'ISO 8601' }),
    lastUsedAt: z.string().nullable().meta({ description: 'To the minute; null: never' }),
    expiresAt: z.string().nullable().meta({ description: 'null: never' }),
    can: z.object({ revoke: z.boolean() }).meta({ description: 'What you may do with it' }),
  })
  .meta({ id: 'ApiToken' });

export const tokenList = z.object({ tokens: z.array(tokenView).meta({ description: 'Newest first' }) });

export const madeToken = z.object({
  token: tokenView,
  secret: z.string().meta({ description: 'What goes behind "Authorization: Bearer". Shown this once.' }),
});

export type NewToken = z.output<typeof newToken>;
export type TokenView = z.infer<typeof tokenView>;
