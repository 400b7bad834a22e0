/** Input that cannot be loaded. It names the file, the place in it, the reason, and what to do. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
  readonly file: string;
  readonly place: string;
  readonly reason: string;
  readonly remedy: string;

  constructor(file: string, place: string, reason: string, remedy: string, cause?: unknown) {
    super(`${file}: ${place}: ${reason}; ${remedy}`, { cause });
    this.file = file;
    this.place = place;
    this.reason = reason;
    this.remedy = remedy;
  }
}

/** The same, said of a file by another name. */
export function renamed(error: BadInput, file: string): BadInput {
  if (error.file === file) return error;
  const { place, reason, remedy } = error;
  return error instanceof IncompleteInput
    ? new IncompleteInput(file, place, reason, remedy, error)
    : new BadInput(file, place, reason, remedy, error);
}

/** Sound input that cannot be loaded before another file: a schedule, season dates, its play-by-play. */
export class IncompleteInput extends BadInput {}
