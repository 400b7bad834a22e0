/** Names to ids, misspellings included: trigrams for players and teams, beginnings of words for games. */
import { LEAGUES } from '../sports/leagues.ts';
import type { Db } from './query.ts';

export interface Found {
  readonly league: string;
  readonly kind: 'player' | 'team' | 'game';
  readonly id: string;
  readonly name: string;
  /** 0 to 1; 1 is the name itself. */
  readonly score: number;
}

/** Below this, trigrams share too little to be meant. "kobee bryent" has 0.47 with "Kobe Bryant". */
const LEAST_LIKENESS = 0.3;

/** Some feeds know players by an initial and a surname alone: "S.Barkley" is likely "Saquon Barkley". */
const INITIAL_LIKENESS = 0.9;

/** Letters that are no letter with an accent, and those they are written as. */
const OTHER_LETTERS = ['ØøŁłıĐđßÐðÞþ', 'OoLliDdsDdTt'] as const;

const PLAIN_NAME = `translate(regexp_replace(normalize(d.name, nfd), '[\u0300-\u036f]', '', 'g'), '${OTHER_LETTERS[0]}', '${OTHER_LETTERS[1]}')`;

/** "Dončić" as "Doncic". */
function plainLetters(text: string): string {
  return [...text.normalize('NFD').replace(/[\u0300-\u036f]/g, '')]
    .map((letter) => {
      const position = OTHER_LETTERS[0].indexOf(letter);
      return position < 0 ? letter : OTHER_LETTERS[1][position];
    })
    .join('');
}

function searchSql(): string {
  const parts = LEAGUES.flatMap(({ code }) => [
    `select '${code}' as league, 'player' as kind, p.player_id as id, d.name,
       greatest(similarity(d.name, $1), strict_word_similarity($1, d.name) - 0.05,
         case when lower(d.name) = any($4) then ${INITIAL_LIKENESS} end) as score
     from ${code}.player_details d join ${code}.players p using (player_key)
     where d.basis_to is null
       and (d.name % $1 or $1 <<% d.name or lower(d.name) = any($4) or p.player_id = $1)`,
    // Names with accents by their plain letters. No index knows those, so they are looked for only where either has any.
    `select '${code}', 'player', p.player_id, d.name,
       greatest(similarity(plain.name, $5), strict_word_similarity($5, plain.name) - 0.05) as score
     from ${code}.player_details d join ${code}.players p using (player_key),
       lateral (select ${PLAIN_NAME} as name) plain
     where d.basis_to is null and (octet_length(d.name) > char_length(d.name) or $5 <> $1)
       and (plain.name % $5 or $5 <<% plain.name)`,
    `select '${code}', 'team', t.team_id, t.name, greatest(similarity(t.name, $1), strict_word_similarity($1, t.name) - 0.05)
     from (
       select team_key, coalesce(city || ' ' || name, name, tricode) || ' (' || tricode || ')' as name, team_id
       from ${code}.team_details join ${code}.teams using (team_key) where basis_to is null
     ) t where t.name % $1 or $1 <<% t.name or t.team_id = $1`,
    `select '${code}', 'game', g.id, g.name, case when starts_with(lower(g.name), lower($1)) then 0.95 else 0.9 end
     from (
       select x.game_id as id, d.game_date,
         d.away_tricode || ' at ' || d.home_tricode || coalesce(', ' || d.game_date, '') as name,
         concat_ws(' ', x.game_id, d.away_tricode, d.home_tricode, d.game_date, a.city, a.name, h.city, h.name) as words
       from ${code}.game_details d join ${code}.games x using (game_key)
       left join ${code}.team_details a on a.team_key = d.away_key and a.basis_to is null
       left join ${code}.team_details h on h.team_key = d.home_key and h.basis_to is null
       where d.basis_to is null
     ) g
     where (cardinality($2::text[]) > 1 or g.id = $1)
       and not exists (select from unnest($2::text[]) word where ' ' || g.words not ilike '% ' || word || '%')
     order by game_date desc limit 10`,
  ]);
  return `select league, kind, id, name, max(score) as score
    from (${parts.map((part) => `(${part})`).join(' union all ')}) found
    where (score >= ${LEAST_LIKENESS} or kind = 'game' or id = $1) and ($6::text is null or league = $6)
    group by league, kind, id, name
    order by id = $1 desc, max(score) desc, kind desc, length(name), name, id limit $3`;
}

const SQL = searchSql();

/** Players, teams and games that the words may mean, best first; of one league, or of all where it is null. */
export async function search(
  db: Db,
  text: string,
  limit: number,
  league: string | null = null,
): Promise<Found[]> {
  const words = text
    .split(/[\s,@]+/)
    .filter((word) => word !== '' && !/^(at|vs\.?|v)$/i.test(word))
    .map((word) => word.replace(/[\\%_]/g, '\\$&'));
  const { rows } = await db.query<Found>({
    name: 'search',
    text: SQL,
    values: [text, words, limit, initialled(text), plainLetters(text), league],
  });
  return rows.map((row) => ({ ...row, score: Math.round(Math.min(1, row.score) * 1000) / 1000 }));
}

/** "Saquon Barkley" as feeds that shorten first names write it, in small letters. */
function initialled(text: string): string[] {
  const [first, ...rest] = text.trim().toLowerCase().split(/\s+/);
  const initial = first?.[0];
  return initial === undefined || rest.length === 0
    ? []
    : [`${initial}.${rest.join(' ')}`, `${initial}. ${rest.join(' ')}`];
}
