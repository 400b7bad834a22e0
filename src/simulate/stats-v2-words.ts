/** EVENTMSGTYPE of the rows we write. */
export const ROW_TYPE = {
  make: 1,
  miss: 2,
  freeThrow: 3,
  rebound: 4,
  turnover: 5,
  foul: 6,
  violation: 7,
  substitution: 8,
  timeout: 9,
  jumpBall: 10,
  periodStart: 12,
  periodEnd: 13,
} as const;

/** EVENTMSGACTIONTYPE and the words of the text. */
export type Words = readonly [code: number, text: string];

// By "subType/descriptor" of the live feed.
const SHOTS: Readonly<Record<string, Words>> = {
  'Jump Shot/': [1, 'Jump Shot'],
  'Jump Shot/pullup': [79, 'Pullup Jump Shot'],
  'Jump Shot/driving floating': [101, 'Driving Floating Jump Shot'],
  'Jump Shot/turnaround fadeaway': [86, 'Turnaround Fadeaway'],
  'Jump Shot/step back': [80, 'Step Back Jump Shot'],
  'Jump Shot/running': [46, 'Running Jump Shot'],
  'Layup/': [5, 'Layup'],
  'Layup/driving': [42, 'Driving Layup'],
  'Layup/driving finger roll': [75, 'Driving Finger Roll Layup'],
  'Layup/running': [41, 'Running Layup'],
  'Layup/cutting': [98, 'Cutting Layup Shot'],
  'Layup/tip': [97, 'Tip Layup Shot'],
  'Layup/putback': [72, 'Putback Layup'],
  'DUNK/cutting': [108, 'Cutting Dunk Shot'],
  'DUNK/running': [50, 'Running Dunk'],
  'DUNK/alley-oop': [52, 'Alley Oop Dunk'],
  'Hook/': [3, 'Hook Shot'],
};
const TURNOVERS: Readonly<Record<string, Words>> = {
  'bad pass/': [1, 'Bad Pass Turnover'],
  'lost ball/': [2, 'Lost Ball Turnover'],
  'traveling/': [4, 'Traveling Turnover'],
  'offensive foul/': [5, 'Foul Turnover'],
  '3-second-violation/': [8, '3 Second Violation Turnover'],
  'out-of-bounds/bad pass': [45, 'Out of Bounds - Bad Pass Turnover Turnover'],
  'out-of-bounds/lost ball': [40, 'Out of Bounds Lost Ball Turnover'],
  'out-of-bounds/step': [39, 'Step Out of Bounds Turnover'],
  '5-second-violation/': [9, '5 Second Violation'],
  '8-second-violation/': [10, '8 Second Violation'],
  'shot clock/': [11, 'Shot Clock'],
};
const FOULS: Readonly<Record<string, Words>> = {
  'personal/': [1, 'P.FOUL'],
  'personal/shooting': [2, 'S.FOUL'],
  'personal/loose ball': [3, 'L.B.FOUL'],
  'offensive/': [4, 'OFF.Foul'],
  'offensive/charge': [26, 'Offensive Charge Foul'],
  'technical/': [11, 'T.FOUL'],
};
const FREE_THROWS: Readonly<Record<string, number>> = {
  '1 of 1': 10,
  '1 of 2': 11,
  '2 of 2': 12,
  '1 of 3': 13,
  '2 of 3': 14,
  '3 of 3': 15,
};

interface Named {
  readonly subType?: string;
  readonly descriptor?: string;
}

const key = (action: Named): string => `${action.subType ?? ''}/${action.descriptor ?? ''}`;

/** Words of a shot; a kind we do not know is written as a jump shot. */
export const shotWords = (action: Named): Words => SHOTS[key(action)] ?? [1, 'Jump Shot'];

/** Words of a turnover; team turnovers have words without "Turnover". */
export const turnoverWords = (action: Named): Words => TURNOVERS[key(action)] ?? [0, 'No Turnover'];

/** Words of a foul. */
export const foulWords = (action: Named): Words => FOULS[key(action)] ?? [1, 'P.FOUL'];

/** Words of a throw: technical ones are not counted "1 of 1". */
export function freeThrowWords(action: Named): Words {
  const of = action.subType ?? '1 of 1';
  return action.descriptor === 'technical'
    ? [16, 'Free Throw Technical']
    : [FREE_THROWS[of] ?? 10, `Free Throw ${of}`];
}
