import { Invalid } from '../../core/errors/refusal';
import type { Key, Values } from '../../core/i18n/keys';

/** What was brought cannot be taken, and why; said at the field of the form. */
export const badFile = (key: Key, values?: Values): Invalid => Invalid.field('file', key, values);
