import type { SimulatedGame } from './game.ts';
import type { LiveAction } from './live-types.ts';

/** A field's value in the earlier and the later version; undefined where the field is not there. */
export interface FieldChange {
  readonly before: unknown;
  readonly after: unknown;
}

/** What became of one action. */
export interface ActionChange {
  readonly actionNumber: number;
  readonly change: 'corrected' | 'added' | 'removed' | 'running total';
  /** The changed fields of an action that stands in both versions. */
  readonly fields: Readonly<Record<string, FieldChange>>;
}

/** One statistic of the box score that changed. */
export interface BoxChange {
  readonly teamId: number;
  /** 0 for the team's own statistics. */
  readonly personId: number;
  readonly statistic: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Compares two versions of a game's plays; corrected are those whose number is in `corrected`. */
export function actionChanges(
  before: SimulatedGame,
  after: SimulatedGame,
  corrected: ReadonlySet<number>,
): ActionChange[] {
  const old = new Map(before.playbyplay.game.actions.map((action) => [action.actionNumber, action]));
  const changes: ActionChange[] = [];
  for (const action of after.playbyplay.game.actions) {
    const { actionNumber } = action;
    const was = old.get(actionNumber);
    old.delete(actionNumber);
    if (!was) {
      changes.push({ actionNumber, change: 'added', fields: {} });
      continue;
    }
    const fields = fieldChanges(was, action);
    if (Object.keys(fields).length === 0) continue;
    const change = corrected.has(actionNumber) ? 'corrected' : 'running total';
    changes.push({ actionNumber, change, fields });
  }
  for (const actionNumber of old.keys()) changes.push({ actionNumber, change: 'removed', fields: {} });
  return changes;
}

/** Compares two versions of a game's box score. */
export function boxChanges(before: SimulatedGame, after: SimulatedGame): BoxChange[] {
  return (['homeTeam', 'awayTeam'] as const).flatMap((key) => {
    const old = before.boxscore.game[key];
    const now = after.boxscore.game[key];
    const { teamId } = now;
    const lines: [number, object, object][] = [[0, old.statistics, now.statistics]];
    for (const player of now.players) {
      const was = old.players.find(({ personId }) => personId === player.personId);
      if (was) lines.push([player.personId, was.statistics, player.statistics]);
    }
    return lines.flatMap(([personId, was, is]) =>
      Object.entries(fieldChanges(was, is)).map(([statistic, change]) => ({
        teamId,
        personId,
        statistic,
        ...change,
      })),
    );
  });
}

function fieldChanges(before: LiveAction | object, after: LiveAction | object): Record<string, FieldChange> {
  const old = new Map<string, unknown>(Object.entries(before));
  const now = new Map<string, unknown>(Object.entries(after));
  const fields: Record<string, FieldChange> = {};
  for (const key of new Set([...old.keys(), ...now.keys()])) {
    const [was, is] = [old.get(key), now.get(key)];
    if (JSON.stringify(was) !== JSON.stringify(is)) fields[key] = { before: was, after: is };
  }
  return fields;
}
