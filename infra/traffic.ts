/** What the cost table assumes of a month: a league's season in play, one team of readers. */
export const TRAFFIC = {
  /** Game files and revisions put into the bucket. */
  filesLoaded: 5_000,
  /** Seconds of the loader a file, and megabytes of a file. */
  loaderSeconds: 1.5,
  fileMb: 0.5,
  /** Files kept in the bucket, gigabytes. */
  bucketGb: 5,
  /** Calls of the API, seconds of the function each, and kilobytes of an answer. */
  calls: 300_000,
  callSeconds: 0.05,
  answerKb: 3,
  /** Polls of the queue: Lambda keeps five looks of twenty seconds going. */
  queuePolls: 5 * 3 * 60 * 24 * 30,
  /** Logs of functions and database, gigabytes. */
  logGb: 1,
  /** Gigabytes of backups beyond the size of the database. */
  extraBackupGb: 0,
} as const;
