import type { Position } from './conclusion-facts';

/** What happens to conclusions beside what the whole room hears of (rooms.entries). */
declare module '../core/journal/entry' {
  interface Entries {
    'conclusion.drafted': Record<string, never>;
    'conclusion.edited': { revision: number };
    'conclusion.commented': { commentId: string };
    'conclusion.comment_withdrawn': { commentId: string };
    'conclusion.position_taken': { position: Position };
    'conclusion.shown': { everyone: boolean };
  }
}
