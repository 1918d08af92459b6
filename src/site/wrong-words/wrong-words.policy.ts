import { Policy } from '../../core/access/policy';

/** Anybody may report; what was reported is for those who run the hub. */
export const wrongWordsPolicy = new Policy<object, 'settle'>(
  { read: ({ administrator }) => administrator, settle: ({ administrator }) => administrator },
  ({ administrator }) => ({ where: String(administrator), parameters: {} }),
);
