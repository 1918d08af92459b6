import { z } from 'zod';
import { CHECKS, peerCheck } from '../workflow/workflow.schema';

export const nothing = z.strictObject({});

/** Yes and no, as radios send them. */
export const checkForm = z.preprocess((form: unknown) => {
  const typed = { ...((form ?? {}) as Record<string, unknown>) };
  for (const name of CHECKS) {
    if (typed[name] === 'yes') typed[name] = true;
    else if (typed[name] === 'no') typed[name] = false;
  }
  return typed;
}, peerCheck);
