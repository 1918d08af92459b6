/** Where a poll stands by itself. Paths without the locale. */
export const pollPath = (id: string, below?: 'edit' | 'vote' | 'close' | 'part' | 'closing-time'): string =>
  `/polls/${id}${below ? `/${below}` : ''}`;
