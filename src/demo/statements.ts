import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { StatementKind } from '../partnerships/statements/statement.entity';
import seeds from './data/seeds.json';
import { plans } from './plans';
import { idOf } from './rows';
import { stakeholderGroups } from './stakeholder-groups';
import { insertTexts, sentence, text, type Text, type Translatable } from './texts';

const sentences = z.array(z.object({ text })).default([]);

const partnerships = z.array(
  z.object({
    id: z.string(),
    objectives: sentences,
    mainGoals: z.array(text).default([]),
    overallGoal: text.optional(),
    keyActivities: sentences,
    keyMessages: sentences,
    motto: text.optional(),
    horizontalCriteria: sentences,
    targetGroupIds: z.array(z.string()).default([]),
    priorityGroups: text.optional(),
  }),
);

type Partnership = z.infer<typeof partnerships>[number];

/** Sentences that partnerships stand for. */
export async function loadStatements(tx: EntityManager): Promise<void> {
  await insertTexts(tx, 'statement', partnerships.parse(seeds.partnerships).flatMap(statementsOf));
}

function statementsOf(partnership: Partnership): Translatable[] {
  return Object.entries(sorted(partnership)).flatMap(([kind, texts]) =>
    texts.map((each, index) => ({
      row: {
        id: idOf('statement', `${partnership.id} ${kind} ${index + 1}`),
        ...{ partnership_id: idOf('partnership', partnership.id), kind, number: index + 1 },
      },
      texts: { text: each },
    })),
  );
}

/** What the plan of a county calls its sub-goals: objectives in one, things to do in the other. */
const SUB_GOALS: Record<string, StatementKind> = { 'p-region': 'objective', 'p-orebro': 'activity' };

/** Sub-goals and activities keep the numbers that they have in the plan. */
function sorted(partnership: Partnership): Record<StatementKind, Text[]> {
  const plan = plans.get(partnership.id);
  const subGoals = (kind: StatementKind) => (SUB_GOALS[partnership.id] === kind ? said(plan?.goals) : []);
  const { mainGoals, overallGoal, motto, priorityGroups, targetGroupIds } = partnership;
  return {
    objective: [...said(partnership.objectives), ...(plan?.priorityAreas ?? []), ...subGoals('objective')],
    activity: [...said(partnership.keyActivities), ...said(plan?.activities), ...subGoals('activity')],
    message: [...said(partnership.keyMessages), ...given(motto)],
    goal: [...mainGoals, ...given(overallGoal)],
    criterion: said(partnership.horizontalCriteria),
    audience: [...targetGroupIds.map((id) => stakeholderGroups.get(id)!.name), ...given(priorityGroups)],
  };
}

const said = (numbered: { text: Text }[] = []): Text[] => numbered.map((each) => each.text);
const given = (one: Text | undefined): Text[] => (one ? [sentence(one)] : []);
