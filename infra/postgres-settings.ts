/** PostgreSQL settings that hold at every size; those that follow from the class's memory are in `sizes.ts`. */
export const postgresSettings: Readonly<Record<string, string>> = {
  // RDS's default since PostgreSQL 15, said here so that nobody relies on a default: no plaintext connections.
  'rds.force_ssl': '1',
  // Cumulative cost per statement, the first thing to read when the database is slow.
  shared_preload_libraries: 'pg_stat_statements',
  // ms. As-of reads are meant to take milliseconds: half a second is a fault, and should be rare enough to log.
  log_min_duration_statement: '500',
  // kB. A sort that spills more than this to disk shows that work_mem is too small for some query.
  log_temp_files: '10240',
  // ms. A Lambda function frozen inside a transaction would hold its locks, and vacuum, for RDS's default day.
  idle_in_transaction_session_timeout: '300000',
  // gp3 reads a random page about as fast as the next one; the default of 4 is for spinning disks, and makes
  // the planner scan tables that do not fit the cache instead of using the index.
  random_page_cost: '1.1',
  // Compiling a plan costs memory and CPU (on dev, CPU credits) and pays off only in long analytical queries.
  jit: '0',
};
