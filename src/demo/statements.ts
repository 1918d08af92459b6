import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { StatementKind } from '../partnerships/statement.entity';
import seeds from './data/seeds.json';
import { plans } from './plans';
import { idOf } from './rows';
import { stakeholderGroups } from './stakeholder-groups';
import { insertTexts, text, type Text, type Translatable } from './texts';

const sentences = z.array(z.object({ text })).default([]);

const partnerships = z.array(
  z.object({
    id: z.string(),
    objectives: sentences,
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

/** Goals and activities keep the numbers that they have in the plan. */
function sorted(partnership: Partnership): Record<StatementKind, Text[]> {
  const plan = plans.get(partnership.id);
  const { overallGoal, motto, priorityGroups, targetGroupIds } = partnership;
  return {
    objective: [...said(partnership.objectives), ...given(overallGoal), ...(plan?.priorityAreas ?? [])],
    activity: [...said(partnership.keyActivities), ...said(plan?.activities)],
    message: [...said(partnership.keyMessages), ...given(motto)],
    goal: said(plan?.goals),
    criterion: said(partnership.horizontalCriteria),
    audience: [...targetGroupIds.map((id) => stakeholderGroups.get(id)!.name), ...given(priorityGroups)],
  };
}

const said = (numbered: { text: Text }[] = []): Text[] => numbered.map((each) => each.text);
const given = (one: Text | undefined): Text[] => (one ? [one] : []);
