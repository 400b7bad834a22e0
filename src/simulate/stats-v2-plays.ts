import type { BoxScoreFile } from './boxscore.ts';
import type { LiveAction } from './live-types.ts';
import type { RowContent, RowWriter } from './stats-v2-row.ts';
import type { TextTotals } from './stats-v2-totals.ts';
import { foulWords, freeThrowWords, ROW_TYPE, shotWords, turnoverWords } from './stats-v2-words.ts';

/** What rows are written from. */
export interface RowScene {
  readonly rows: RowWriter;
  readonly totals: TextTotals;
  readonly box: BoxScoreFile;
}

/** The row of an action; null for kinds that ride on another row or that the format does not know. */
export function rowContent(action: LiveAction, scene: RowScene): RowContent | null {
  switch (action.actionType) {
    case '2pt':
    case '3pt':
      return shot(action, scene);
    case 'freethrow':
      return freeThrow(action, scene);
    case 'rebound':
      return rebound(action, scene);
    case 'turnover':
      return turnover(action, scene);
    case 'foul':
      return foul(action, scene);
    case 'violation': {
      const text = `${scene.rows.name(action.personId)} Violation:Kicked Ball (${official(action, scene)})`;
      const base = { type: ROW_TYPE.violation, code: 5, official: true };
      return { ...base, persons: [action.personId], ...said(action, scene, text) };
    }
    case 'timeout': {
      const count = scene.totals.next('timeout', action.teamId ?? 0);
      const text = `${teamWord(action, scene)} Timeout: Regular (Full ${count} Short 0)`;
      return { type: ROW_TYPE.timeout, code: 1, persons: [action.teamId ?? 0], ...said(action, scene, text) };
    }
    case 'jumpball':
      return jumpBall(action, scene);
    case 'period': {
      const type = action.subType === 'start' ? ROW_TYPE.periodStart : ROW_TYPE.periodEnd;
      return { type, code: 0, score: action.period > 1 || action.subType === 'end' };
    }
    default:
      return null;
  }
}

/** A substitution's row: the first person goes out, the second comes in. */
export function substitutionRow(out: LiveAction, into: LiveAction, scene: RowScene): RowContent {
  const text = `SUB: ${scene.rows.name(into.personId)} FOR ${scene.rows.name(out.personId)}`;
  const persons = [out.personId, into.personId] as const;
  return { type: ROW_TYPE.substitution, code: 0, persons, ...said(out, scene, text) };
}

function isHome(action: LiveAction, { box }: RowScene): boolean {
  return action.teamId === box.game.homeTeam.teamId;
}

/** The own side's text, and the other side's where it has one. */
function said(
  action: LiveAction,
  scene: RowScene,
  own: string,
  other = '',
): { home: string; visitor: string } {
  return isHome(action, scene) ? { home: own, visitor: other } : { home: other, visitor: own };
}

/** The home team is written in capitals. */
function teamWord(action: LiveAction, scene: RowScene): string {
  const { homeTeam, awayTeam } = scene.box.game;
  return isHome(action, scene) ? homeTeam.teamName.toUpperCase() : awayTeam.teamName;
}

function official(action: LiveAction, { box }: RowScene): string {
  const found = box.game.officials.find(({ personId }) => personId === action.officialId);
  return found ? `${found.firstName.charAt(0)}.${found.familyName}` : '.';
}

function shot(action: LiveAction, scene: RowScene): RowContent {
  const { rows, totals } = scene;
  const [code, words] = shotWords(action);
  const made = action.shotResult === 'Made';
  const feet = Math.floor(action.shotDistance ?? 0);
  const three = action.actionType === '3pt' ? '3PT ' : '';
  const text = `${rows.name(action.personId)} ${feet > 0 ? `${feet}'` : ''} ${three}${words}`;
  const { assistPersonId = 0, blockPersonId = 0 } = action;
  if (made) {
    const assist = assistPersonId ? ` (${rows.name(assistPersonId)} ${action.assistTotal} AST)` : '';
    const full = `${text} (${action.pointsTotal} PTS)${assist}`;
    const persons = [action.personId, assistPersonId] as const;
    return { type: ROW_TYPE.make, code, score: true, persons, ...said(action, scene, full) };
  }
  const block = blockPersonId
    ? `${rows.name(blockPersonId)} BLOCK (${totals.next('block', blockPersonId)} BLK)`
    : '';
  const persons = [action.personId, 0, blockPersonId] as const;
  return { type: ROW_TYPE.miss, code, persons, ...said(action, scene, `MISS ${text}`, block) };
}

function freeThrow(action: LiveAction, scene: RowScene): RowContent {
  const [code, words] = freeThrowWords(action);
  const made = action.shotResult === 'Made';
  const text = `${scene.rows.name(action.personId)} ${words}`;
  const full = made ? `${text} (${action.pointsTotal} PTS)` : `MISS ${text}`;
  const base = { type: ROW_TYPE.freeThrow, code, score: made };
  return { ...base, persons: [action.personId], ...said(action, scene, full) };
}

function rebound(action: LiveAction, scene: RowScene): RowContent {
  const type = ROW_TYPE.rebound;
  if (action.personId) {
    const { reboundOffensiveTotal: off, reboundDefensiveTotal: def } = action;
    const text = `${scene.rows.name(action.personId)} REBOUND (Off:${off} Def:${def})`;
    return { type, code: 0, persons: [action.personId], ...said(action, scene, text) };
  }
  const code = action.qualifiers.includes('deadball') ? 1 : 0;
  const text = `${teamWord(action, scene)} Rebound`;
  return { type, code, persons: [action.teamId ?? 0], ...said(action, scene, text) };
}

function turnover(action: LiveAction, scene: RowScene): RowContent {
  const { rows, totals } = scene;
  const [code, words] = turnoverWords(action);
  const ofTeam = totals.next('turnover', action.teamId ?? 0);
  const base = { type: ROW_TYPE.turnover, code, official: action.officialId !== undefined };
  if (!action.personId) {
    const text = `${teamWord(action, scene)} Turnover: ${words} (T#${ofTeam})`;
    return { ...base, persons: [action.teamId ?? 0], ...said(action, scene, text) };
  }
  const { stealPersonId = 0 } = action;
  const text = `${rows.name(action.personId)} ${words} (P${action.turnoverTotal}.T${ofTeam})`;
  const steal = stealPersonId
    ? `${rows.name(stealPersonId)} STEAL (${totals.next('steal', stealPersonId)} STL)`
    : '';
  return { ...base, persons: [action.personId, stealPersonId], ...said(action, scene, text, steal) };
}

function foul(action: LiveAction, scene: RowScene): RowContent {
  const [code, words] = foulWords(action);
  const ofTeam = scene.totals.teamFouls(action);
  const total =
    words === 'OFF.Foul' ? `P${action.foulPersonalTotal}` : `P${action.foulPersonalTotal}.${ofTeam}`;
  const text = `${scene.rows.name(action.personId)} ${words} (${total}) (${official(action, scene)})`;
  const persons = [action.personId, action.foulDrawnPersonId ?? 0] as const;
  return { type: ROW_TYPE.foul, code, official: true, persons, ...said(action, scene, text) };
}

/** The home team's jumper is the first person, the visitors' the second, whoever recovered the third. */
function jumpBall(action: LiveAction, scene: RowScene): RowContent {
  const { jumpBallWonPersonId: won = 0, jumpBallLostPersonId: lost = 0 } = action;
  const [one, two] = isHome(action, scene) ? [won, lost] : [lost, won];
  const { rows } = scene;
  const to = action.personId ? rows.name(action.personId) : teamWord(action, scene);
  const home = `Jump Ball ${rows.name(one)} vs. ${rows.name(two)}: Tip to ${to}`;
  return {
    type: ROW_TYPE.jumpBall,
    code: 0,
    home,
    persons: [one, two, action.personId || (action.teamId ?? 0)],
  };
}
