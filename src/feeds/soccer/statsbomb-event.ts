/** One StatsBomb event, as far as Playclock reads it. */
import { z } from 'zod';

const Named = z.looseObject({ id: z.int(), name: z.string() });
const CardCell = z.looseObject({ card: Named.optional() }).optional();

export const Event = z.looseObject({
  id: z.string().min(1),
  index: z.int().positive(),
  period: z.int().min(1).max(5),
  timestamp: z.string(),
  type: Named,
  team: Named,
  player: Named.optional(),
  pass: z
    .looseObject({
      outcome: Named.optional(),
      type: Named.optional(),
      recipient: Named.optional(),
      cross: z.boolean().optional(),
      shot_assist: z.boolean().optional(),
      goal_assist: z.boolean().optional(),
      assisted_shot_id: z.string().optional(),
    })
    .optional(),
  shot: z.looseObject({ outcome: Named }).optional(),
  duel: z.looseObject({ type: Named.optional(), outcome: Named.optional() }).optional(),
  goalkeeper: z.looseObject({ type: Named.optional() }).optional(),
  foul_committed: CardCell,
  bad_behaviour: CardCell,
  substitution: z.looseObject({ replacement: Named }).optional(),
  tactics: z.looseObject({ lineup: z.array(z.looseObject({ player: Named, position: Named })) }).optional(),
});
export type Event = z.infer<typeof Event>;

/** An event with its place in the file. */
export interface PlacedEvent {
  readonly event: Event;
  readonly place: string;
  readonly raw: string;
}

export const LineUps = z
  .array(
    z.looseObject({
      team_id: z.int(),
      team_name: z.string(),
      lineup: z.array(
        z.looseObject({
          player_id: z.int(),
          player_name: z.string(),
          player_nickname: z.string().nullish(),
        }),
      ),
    }),
  )
  .length(2, 'a match has two line-ups');
export type LineUps = z.infer<typeof LineUps>;

/** The card an event shows to its player, by name. */
export function cardOf(event: Event): string | null {
  return event.foul_committed?.card?.name ?? event.bad_behaviour?.card?.name ?? null;
}
