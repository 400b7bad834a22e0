/** What later ingests changed, in order of knowledge. */
import type { Change } from '../fold/contributions.ts';
import { formatInstant } from './instant.ts';
import { cached, type Db } from './query.ts';

interface CorrectionRow {
  readonly basis: number;
  readonly position: number;
  readonly before_basis: number;
  readonly game_id: string;
  readonly play_id: string | null;
  readonly change: Change;
  readonly player_id: string | null;
  readonly player_name: string | null;
  readonly team_id: string | null;
  readonly tricode: string | null;
  readonly counter: string;
  readonly before: number;
  readonly after: number;
  readonly edited_at: number | null;
  readonly note: string | null;
}

/** Place of a correction in the order of knowledge. */
export interface CorrectionPlace {
  readonly basis: number;
  readonly position: number;
}

export interface CorrectionsQuestion {
  readonly league: string;
  /** Corrections by ingests after this one … */
  readonly after: CorrectionPlace;
  /** … up to this one. */
  readonly until: number;
  readonly playerId: string | null;
  readonly teamId: string | null;
  readonly gameId: string | null;
  readonly limit: number;
}

type Whose = 'all' | 'one';

/** Of a player, a team, a game: a condition each, where asked for, so that the index of the one is used. */
const page = cached((league: string, ofPlayer: Whose, ofTeam: Whose, ofGame: Whose) => {
  const only = (kind: string, number: number, asked: Whose) =>
    asked === 'all'
      ? `and $${number}::text is null`
      : `and c.${kind}_key = (select ${kind}_key from ${league}.${kind}s where ${kind}_id = $${number})`;
  return `select c.basis, c.position, c.before_basis, g.game_id, c.play_id, c.change, p.player_id, pd.name as player_name,
       t.team_id, td.tricode, c.counter, c.before, c.after, c.edited_at, c.note
     from ${league}.corrections c
     join ${league}.games g using (game_key)
     left join ${league}.players p using (player_key)
     left join lateral (
       select name from ${league}.player_details d
       where d.player_key = c.player_key and d.basis_from <= $3 and (d.basis_to is null or d.basis_to > $3)
     ) pd on true
     left join ${league}.teams t using (team_key)
     left join lateral (
       select tricode from ${league}.team_details d
       where d.team_key = c.team_key and d.basis_from <= $3 and (d.basis_to is null or d.basis_to > $3)
     ) td on true
     where (c.basis, c.position) > ($1, $2) and c.basis <= $3
       ${only('player', 4, ofPlayer)} ${only('team', 5, ofTeam)} ${only('game', 6, ofGame)}
     order by c.basis, c.position limit $7`;
});

/** A page of corrections, and the place of the last where there may be more. */
export async function readCorrections(db: Db, question: CorrectionsQuestion) {
  const { after, until, playerId, teamId, gameId, limit } = question;
  const whose = (id: string | null): Whose => (id === null ? 'all' : 'one');
  const { rows } = await db.query<CorrectionRow>({
    ...page(question.league, whose(playerId), whose(teamId), whose(gameId)),
    values: [after.basis, after.position, until, playerId, teamId, gameId, limit],
  });
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    corrections: rows.map(describe),
    next: last === undefined ? null : { basis: last.basis, position: last.position },
  };
}

function describe(row: CorrectionRow) {
  const entity =
    row.player_id === null
      ? { team: { id: row.team_id, tricode: row.tricode } }
      : { player: { id: row.player_id, name: row.player_name } };
  return {
    ...entity,
    game_id: row.game_id,
    play_id: row.play_id,
    change: row.change,
    counter: row.counter,
    before: row.before,
    after: row.after,
    before_basis: row.before_basis,
    after_basis: row.basis,
    edited_at: row.edited_at === null ? null : formatInstant(row.edited_at),
    note: row.note,
  };
}
