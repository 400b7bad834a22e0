import type pg from 'pg';
export async function installRoutines(_client: pg.Client): Promise<void> {}
