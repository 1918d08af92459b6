/** Whether whoever looked again had taken the first decision, too, in SQL over `decision`. */
export const SAME_PERSON = `exists (
  select from moderation_appeals asked join moderation_decisions first on first.id = asked.decision_id
  where asked.id = decision.appeal_id and first.decided_by = decision.decided_by)`;
