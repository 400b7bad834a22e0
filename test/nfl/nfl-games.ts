/** NFL games for tests: the league, a document read and folded, and the file's own parts. */
import { readdirSync } from 'node:fs';
import type { Content } from '../../src/feeds/document.ts';
import { NFL_FORMATS } from '../../src/feeds/nfl/formats.ts';
import { type FoldedGame, foldGame } from '../../src/fold/fold.ts';
import type { NormalGame } from '../../src/plays/game.ts';
import { leagueNamed } from '../../src/sports/leagues.ts';
import { realDocument, realPath } from '../setup/real-data.ts';

export const nfl = leagueNamed('nfl');

export interface FileStat {
  gsisPlayerId: string | null;
  gsisPlayerName: string | null;
  statType: number;
  teamId: string;
  yards: number | null;
}

export interface FilePlay {
  playId: number;
  playSequenceNumber: number;
  playDeleted: boolean;
  quarter: number;
  clockTime: string | null;
  driveSequence: number;
  playType: string;
  playStartTime: string | null;
  playEndTime: string | null;
  playDescription: string;
  prePlayByPlay: string | null;
  stats: FileStat[];
}

interface FileTeam {
  id: string;
  currentLogo: string;
  fullName: string;
}

type Quarters = Record<'q1' | 'q2' | 'q3' | 'q4' | 'ot' | 'total', number>;

/** The document as its JSON has it. */
export interface FileGame {
  id: string;
  homeTeam: FileTeam;
  awayTeam: FileTeam;
  time: string;
  season: number;
  seasonType: string;
  venue: { id: string; name: string; city: string; country: string };
  summary: { phase: string; homeTeam: { score: Quarters }; awayTeam: { score: Quarters } };
  driveChart: {
    plays: FilePlay[];
    scoringSummaries: { homeScore: number; awayScore: number; patPlayId: number; scoringPlayId: number }[];
  };
}

/** Read a document as the loader does. */
export function readNfl(content: Content, file = 'game.json'): NormalGame {
  const [format] = NFL_FORMATS;
  const claim = format?.recognise(content) ?? null;
  if (format?.readGame === undefined || claim === null) throw new RangeError(`${file} is not recognised`);
  return format.readGame({
    league: claim.league,
    gameId: claim.gameId ?? '',
    plays: { file, content },
    companions: [],
    schedule: null,
  });
}

export interface RealGame {
  readonly name: string;
  readonly file: FileGame;
  readonly folded: FoldedGame;
}

/** A real file, read and folded. */
export function realNfl(folder: string, name: string): RealGame {
  const { file, content } = realDocument('nfl', folder, name);
  if (content.kind !== 'json') throw new RangeError(`${file} is no JSON`);
  return { name, file: content.value as FileGame, folded: foldGame(readNfl(content, file), nfl) };
}

export function seasonFiles(): string[] {
  return readdirSync(realPath('nfl', '2024')).sort();
}

/** Plays that were not taken back. */
export function counted(file: FileGame): FilePlay[] {
  return file.driveChart.plays.filter((play) => !play.playDeleted);
}
