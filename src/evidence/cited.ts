/**
 * SQL: how many statements rest directly on what `ground` names, for those who read it anyway in a statement of theirs.
 * @param kind of the ground: `post`
 */
export const citedTimes = (kind: string, ground: string): string =>
  `(select count(distinct statement_id)::int from evidence where ground_kind = '${kind}' and ground_id = ${ground})`;
