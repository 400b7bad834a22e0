/**
 * A prepared game on its way to another thread. An object a play is slow to clone, names and all: columns of plain values
 * take a fifth of the time.
 */
import type { FoldedGame } from '../fold/fold.ts';
import type { KeptGame, KeptPlay, PlacedPlay } from '../fold/kept.ts';
import type { Stamp } from '../plays/play.ts';
import { digestOf, gameDocuments, packDocumentsHere, textsOf } from '../store/documents.ts';

type Flat = Omit<KeptPlay, 'stamp'> & Stamp & Omit<PlacedPlay, 'play'>;

/** The feed's own rows: packed they are a tenth, and nobody asks for one unless the game was stored before. */
interface PackedRows {
  readonly digests: readonly string[];
  readonly bytes: Uint8Array;
  /** How long each row's text is. */
  readonly lengths: Uint32Array;
}

/** Values of every play, by field. */
type Columns = { readonly [Field in keyof Flat]: readonly Flat[Field][] };

export interface PackedGame extends Omit<KeptGame, 'plays' | 'documents'> {
  readonly columns: Columns;
  readonly rows: PackedRows;
}

/** A game for the writer, in the thread that prepared it. */
export function keptGame({ plays, ...rest }: FoldedGame): KeptGame {
  return { ...rest, plays, documents: gameDocuments(plays.map(({ play }) => play)) };
}

/** A game in a form that is cheap to clone. */
export function packGame({ game, plays, ...rest }: FoldedGame): PackedGame {
  const { plays: _plays, box: _box, ...kept } = game;
  const documents = plays.map(({ play }) => play);
  const column = <T>(of: (folded: FoldedGame['plays'][number]) => T) => plays.map(of);
  return {
    ...rest,
    game: kept,
    rows: {
      digests: documents.map(({ raw }) => digestOf(raw)),
      bytes: packDocumentsHere(documents),
      lengths: Uint32Array.from(documents, ({ raw }) => raw.length),
    },
    columns: {
      id: column(({ play }) => play.id),
      orderKey: column(({ play }) => play.orderKey),
      at: column(({ play }) => play.stamp.at),
      precision: column(({ play }) => play.stamp.precision),
      earliest: column(({ play }) => play.stamp.earliest),
      latest: column(({ play }) => play.stamp.latest),
      method: column(({ play }) => play.stamp.method),
      period: column(({ play }) => play.period),
      clock: column(({ play }) => play.clock),
      kind: column(({ play }) => play.kind),
      description: column(({ play }) => play.description),
      side: column(({ play }) => play.side),
      playerId: column(({ play }) => play.playerId),
      editedAt: column(({ play }) => play.editedAt),
      note: column(({ play }) => play.note),
      elapsed: column(({ elapsed }) => elapsed),
      home: column(({ home }) => home),
      away: column(({ away }) => away),
    },
  };
}

/** The game again, without what the writer has no use for. */
export function unpackGame({ columns, rows, ...rest }: PackedGame): KeptGame {
  const at = <T>(column: readonly T[], position: number): T => {
    const value = column[position];
    if (value === undefined) throw new RangeError(`a column without a value for play ${position}`);
    return value;
  };
  const plays = columns.id.map(
    (id, play): PlacedPlay => ({
      play: {
        id,
        orderKey: at(columns.orderKey, play),
        stamp: {
          at: at(columns.at, play),
          precision: at(columns.precision, play),
          earliest: at(columns.earliest, play),
          latest: at(columns.latest, play),
          method: at(columns.method, play),
        },
        period: at(columns.period, play),
        clock: at(columns.clock, play),
        kind: at(columns.kind, play),
        description: at(columns.description, play),
        side: at(columns.side, play),
        playerId: at(columns.playerId, play),
        editedAt: at(columns.editedAt, play),
        note: at(columns.note, play),
      },
      elapsed: at(columns.elapsed, play),
      home: at(columns.home, play),
      away: at(columns.away, play),
    }),
  );
  return {
    ...rest,
    plays,
    documents: {
      digests: rows.digests,
      texts: () => textsOf(rows.bytes, columns.id, rows.lengths),
      packed: async () => rows.bytes,
    },
  };
}
