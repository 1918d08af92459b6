import { z } from 'zod';

export const sessionView = z
  .object({
    id: z.guid().meta({ description: 'Public name of the session, not what its cookie holds' }),
    agent: z.string().meta({ description: 'What the browser called itself when signing in' }),
    since: z.string().meta({ description: 'When it was signed in, ISO 8601' }),
    expiresAt: z.string().meta({ description: 'When it ends by itself, ISO 8601' }),
    current: z.boolean().meta({ description: 'The one that asks' }),
    can: z.object({ end: z.boolean() }).meta({ description: 'What you may do with it' }),
  })
  .meta({ id: 'Session' });

export const sessionList = z.object({ sessions: z.array(sessionView).meta({ description: 'Newest first' }) });

export type SessionView = z.infer<typeof sessionView>;
