import { defineConfig } from 'drizzle-kit';
import { LEAGUES } from './src/sports/leagues.ts';

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./drizzle/ledger.ts', './drizzle/leagues/*.ts'],
  schemaFilter: ['playclock', ...LEAGUES.map((league) => league.code)],
  out: './migrations',
});
