/** A player's name, leading to his page at the same instant. */
import { hrefOf, usePlace } from '../state/url.ts';

interface PlayerLinkProps {
  readonly league: string;
  readonly id: string;
  readonly name: string;
}

export function PlayerLink({ league, id, name }: PlayerLinkProps) {
  const { query } = usePlace();
  const kept = new URLSearchParams(
    ['as_of', 'basis', 'boundary', 'tz'].flatMap((key) => {
      const value = query.get(key);
      return value === null ? [] : [[key, value]];
    }),
  );
  return <a href={hrefOf(`/players/${league}/${encodeURIComponent(id)}`, kept)}>{name}</a>;
}
