import { z } from 'zod';

/** The name of a thing in its address; anything else cannot exist. */
export const slug = z
  .string()
  .regex(/^[a-z0-9-]{1,80}$/)
  .meta({ description: 'Name of its address' });
