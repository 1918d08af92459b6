import { notice } from '../notifications/notice-kind';
import type { NoticeData } from '../notifications/notice-kind';
import { FOLLOW_UP } from './uptake/follow-ups.service';

const uptakeOf = ({ uptake }: NoticeData): string => String(uptake);

/** What people are told of recommendations; where no path stands, they lead to their subject. */
const KINDS = [
  notice('recommendation.published', 'recommendations:told.published'),
  notice('recommendation.replaced', 'recommendations:told.replaced'),
  notice(
    'uptake.told',
    'recommendations:told.uptake',
    ({ path }, data) => `${path}#uptake-${uptakeOf(data)}`,
  ),
  notice(
    'uptake.updated',
    'recommendations:told.uptake_updated',
    ({ path }, data) => `${path}#uptake-${uptakeOf(data)}`,
  ),
  notice(
    FOLLOW_UP,
    'recommendations:told.follow_up',
    ({ path }, data) => `${path}/uptakes/${uptakeOf(data)}`,
  ),
  notice('comparison.published', 'recommendations:told.comparison'),
];

export const recommendationNotices = KINDS.map((kind) => ({
  provide: `notice ${kind.name}`,
  useValue: kind,
}));
