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

/** Sound input that cannot be loaded before another file: a schedule, season dates, its play-by-play. */
export class IncompleteInput extends BadInput {}
