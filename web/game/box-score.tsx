/** One side's box score at the instant. A row is drawn anew only when one of its figures changed. */
import { Component } from 'preact';
import { useMemo } from 'preact/hooks';
import type { FoldableGame, GameAt, PlayerAt, SideAt } from '../../src/asof/game-fold.ts';
import type { Counters } from '../../src/asof/published.ts';
import type { Side } from '../../src/plays/play.ts';
import { PlayerLink } from '../parts/player-link.tsx';
import { type Column, columnsOf, NAME_WIDTH, shown, widthOf } from './columns.ts';

interface BoxScoreProps {
  readonly game: FoldableGame;
  readonly folded: GameAt;
  readonly side: Side;
}

export function BoxScore({ game, folded, side }: BoxScoreProps) {
  const columns = useMemo(() => columnsOf(game), [game]);
  const widths = useMemo(() => columns.map(widthOf), [columns]);
  const present = useMemo(() => tookPart(game), [game]);
  const { tricode, name } = game.changes.game[side];
  const box = folded.box[side];
  if (box === null) return null;
  const title = `box-${side}`;
  return (
    <section class="panel box" aria-labelledby={title}>
      <h2 id={title}>
        <span class={`swatch swatch-${side}`} aria-hidden="true" /> {name ?? tricode}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section class="scroll" tabIndex={0} aria-label={`${name ?? tricode}: figures, scrolls sideways`}>
        <table
          class="figures"
          data-testid={`table-${side}`}
          style={{ minWidth: `${widths.reduce((sum, width) => sum + width, NAME_WIDTH)}rem` }}
        >
          <colgroup>
            <col style={{ width: `${NAME_WIDTH}rem` }} />
            {widths.map((width, position) => (
              <col key={columns[position]?.name} style={{ width: `${width}rem` }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th scope="col" class="who">
                Player
              </th>
              {columns.map((column) => (
                <th key={column.name} scope="col">
                  <abbr title={column.meaning}>{column.label}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {box.players
              .filter(({ player }) => present.has(player.id))
              .map((player) => (
                <Row key={player.player.id} player={player} columns={columns} league={game.league.code} />
              ))}
          </tbody>
          <Totals box={box} columns={columns} />
        </table>
      </section>
      <Absent players={box.players.filter(({ player }) => !present.has(player.id))} />
    </section>
  );
}

/** Everybody who left a mark anywhere in the game: rows stand still while it is scrubbed. */
function tookPart({ changes }: FoldableGame): ReadonlySet<string> {
  return new Set(changes.players.filter(({ rows }) => rows.length > 0).map(({ id }) => id));
}

function Absent({ players }: { readonly players: readonly PlayerAt[] }) {
  if (players.length === 0) return null;
  return (
    <p class="absent muted small">
      Listed, took no part: {players.map(({ player }) => player.name).join(', ')}
    </p>
  );
}

interface RowProps {
  readonly player: PlayerAt;
  readonly columns: readonly Column[];
  readonly league: string;
}

class Row extends Component<RowProps> {
  override shouldComponentUpdate({ player, columns, league }: RowProps): boolean {
    const drawn = this.props;
    return (
      columns !== drawn.columns ||
      league !== drawn.league ||
      player.on_court !== drawn.player.on_court ||
      differ(columns, player.counters, drawn.player.counters)
    );
  }

  override render({ player, columns, league }: RowProps) {
    return (
      <tr class={player.on_court ? 'on' : undefined} data-player={player.player.id}>
        <th scope="row" class="who">
          <span class="on-mark">
            {player.on_court && (
              <>
                <span aria-hidden="true">●</span>
                <span class="visually-hidden">on the floor</span>
              </>
            )}
          </span>
          <PlayerLink league={league} {...player.player} />
          {isShort(player.position) && <span class="position">{player.position}</span>}
        </th>
        {columns.map(({ name }) => (
          <td key={name} data-counter={name} class={player.counters[name] === 0 ? 'zero' : undefined}>
            {shown(name, player.counters)}
          </td>
        ))}
      </tr>
    );
  }
}

/** `PG` stands beside a name; `Midfielder` would take its room. */
function isShort(position: string | null): boolean {
  return position !== null && position.length > 0 && position.length <= 3;
}

class Totals extends Component<{ readonly box: SideAt; readonly columns: readonly Column[] }> {
  override shouldComponentUpdate({ box, columns }: Totals['props']): boolean {
    return columns !== this.props.columns || differ(columns, box.team.counters, this.props.box.team.counters);
  }

  override render({ box, columns }: Totals['props']) {
    return (
      <tfoot>
        <tr data-player="team">
          <th scope="row" class="who">
            <span class="on-mark" /> Team
          </th>
          {columns.map(({ name }) => (
            <td key={name} data-counter={name}>
              {shown(name, box.team.counters)}
            </td>
          ))}
        </tr>
      </tfoot>
    );
  }
}

function differ(columns: readonly Column[], a: Counters, b: Counters): boolean {
  return columns.some(({ name }) => a[name] !== b[name]);
}
