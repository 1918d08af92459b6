import { notice, type NoticeData } from '../../../notifications/notice-kind';
import { answerPath } from '../answer-paths';

/** They lead to where the answer is worked on. */
const path = (_: unknown, { id }: NoticeData): string => answerPath(String(id));

export const ANSWER_NOTICES = [
  {
    provide: 'notice answer.presented',
    useValue: notice('answer.presented', 'comparisons:told.presented', path),
  },
  { provide: 'notice answer.agreed', useValue: notice('answer.agreed', 'comparisons:told.agreed', path) },
  { provide: 'notice answer.checked', useValue: notice('answer.checked', 'comparisons:told.checked', path) },
  {
    provide: 'notice answer.disputed',
    useValue: notice('answer.disputed', 'comparisons:told.disputed', path),
  },
  {
    provide: 'notice answer.commented',
    useValue: notice('answer.commented', 'comparisons:told.commented', path),
  },
  {
    provide: 'notice answer.comments_over',
    useValue: notice('answer.comments_over', 'comparisons:told.comments_over', path),
  },
];
