/** Game, season and career at the moment: counters, and what is derived from them. */
import { useMemo } from 'preact/hooks';
import type { League } from '../../src/sports/leagues.ts';
import type { Stats } from '../api/types.ts';
import { columnOf, labelOf, shown, shownValue } from '../game/columns.ts';

interface FiguresProps {
  readonly stats: Stats;
  readonly league: League;
}

const SCOPES = ['game', 'season', 'career'] as const;
type Scope = (typeof SCOPES)[number];
const TYPES: Readonly<Record<string, string>> = {
  regular: 'regular season',
  playoffs: 'playoffs',
  play_in: 'play-in',
  preseason: 'preseason',
  all: 'all games',
};

export function Figures({ stats, league }: FiguresProps) {
  const columns = useMemo(() => {
    const says = league.sport.counters.filter(({ name }) => stats.totals.career.counters[name] !== 0);
    return (says.length === 0 ? league.sport.counters : says).map(columnOf);
  }, [stats, league]);
  const scopes = SCOPES.filter((scope) => stats.totals[scope] !== null);
  return (
    <section class="panel" aria-labelledby="figures-title">
      <h2 id="figures-title">Figures</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section class="scroll" tabIndex={0} aria-label="Figures, scrolls sideways">
        <table class="figures totals" data-testid="totals">
          <thead>
            <tr>
              <th scope="col" class="who">
                Scope
              </th>
              {columns.map(({ name, label, meaning }) => (
                <th key={name} scope="col">
                  <abbr title={meaning}>{label}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {scopes.map((scope) => (
              <tr key={scope} data-scope={scope}>
                <th scope="row" class="who">
                  {titleOf(scope, stats)}
                </th>
                {columns.map(({ name }) => (
                  <td key={name} data-counter={name}>
                    {shown(name, stats.totals[scope]?.counters ?? {})}
                    <Range stats={stats} scope={scope} name={name} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <table class="figures totals">
          <thead>
            <tr>
              <th scope="col" class="who">
                Derived
              </th>
              {league.sport.derived.map(({ name, meaning, formula }) => (
                <th key={name} scope="col">
                  <abbr title={`${meaning}: ${formula}`}>{labelOf(name)}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {scopes.map((scope) => (
              <tr key={scope}>
                <th scope="row" class="who">
                  {titleOf(scope, stats)}
                </th>
                {league.sport.derived.map(({ name }) => (
                  <td key={name}>{derivedShown(name, scope, stats)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** Between what values the figure lies, where that is open. */
function Range({
  stats,
  scope,
  name,
}: {
  readonly stats: Stats;
  readonly scope: Scope;
  readonly name: string;
}) {
  const least = stats.bounds?.min[scope]?.counters[name] ?? null;
  const most = stats.bounds?.max[scope]?.counters[name] ?? null;
  if (least === null || most === null || least === most) return null;
  return (
    <span class="range">
      {shownValue(name, least)} to {shownValue(name, most)}
    </span>
  );
}

/** A derived figure, with as many decimals as the others of its column. */
function derivedShown(name: string, scope: Scope, { totals }: Stats): string {
  const value = totals[scope]?.derived[name] ?? null;
  if (value === null) return '–';
  const decimals = SCOPES.map(
    (other) => String(totals[other]?.derived[name] ?? '').split('.')[1]?.length ?? 0,
  );
  return value.toFixed(name.endsWith('_pct') ? 3 : Math.max(1, ...decimals));
}

function titleOf(scope: Scope, { totals }: Stats): string {
  if (scope === 'game') return 'Game';
  if (scope === 'career') return 'Career';
  const { season, season_type } = totals.season;
  return season === null ? 'Season' : `${season} ${TYPES[season_type ?? 'all'] ?? season_type}`;
}
