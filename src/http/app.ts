/** The HTTP application: routes over a pool, nothing else. */
import { OpenAPIHono } from '@hono/zod-openapi';
import { createKeyring } from '../keys/keyring.ts';
import { requireKey } from './auth.ts';
import { answerNoRoute } from './methods.ts';
import { toResponse } from './problem.ts';
import type { Services } from './route.ts';
import { changeRoutes } from './routes/changes.ts';
import { correctionRoutes } from './routes/corrections.ts';
import { coverageRoutes } from './routes/coverage.ts';
import { gameRoutes } from './routes/games.ts';
import { intervalRoutes } from './routes/interval.ts';
import { leaderRoutes } from './routes/leaders.ts';
import { leagueRoutes } from './routes/league.ts';
import { ledgerRoutes } from './routes/ledger.ts';
import { loadedRoutes } from './routes/loaded.ts';
import { milestoneRoutes } from './routes/milestones.ts';
import { operationRoutes } from './routes/operations.ts';
import { PAGE_FOLDER, pageRoutes } from './routes/pages.ts';
import { panelRoutes } from './routes/panel.ts';
import { statsRoutes } from './routes/stats.ts';
import { streamRoutes } from './routes/streams.ts';
import { timelineRoutes } from './routes/timeline.ts';
import { togetherRoutes } from './routes/together.ts';

export interface AppOptions extends Services {
  /** Keys of the environment; without any, `/v1` is open unless `guarded`. */
  readonly keys: readonly string[];
  /** Ask for a key even where none is given here: the database's keys open it. */
  readonly guarded?: boolean;
  /** Folder of the built page; where `npm run build` puts it, unless said otherwise. */
  readonly page?: string;
}

/** Build the application. It opens nothing and starts nothing. */
export function createApp({
  keys,
  guarded = keys.length > 0,
  page = PAGE_FOLDER,
  ...services
}: AppOptions): OpenAPIHono {
  const app = new OpenAPIHono();
  app.onError((error, c) => toResponse(error, c, services.log));
  app.notFound((c) => answerNoRoute(app, c));
  operationRoutes(app, services);
  if (guarded) app.use('/v1/*', requireKey(createKeyring(keys, services.pool)));
  ledgerRoutes(app, services);
  coverageRoutes(app);
  loadedRoutes(app, services);
  statsRoutes(app, services);
  intervalRoutes(app, services);
  timelineRoutes(app, services);
  milestoneRoutes(app, services);
  leaderRoutes(app, services);
  gameRoutes(app, services);
  changeRoutes(app, services);
  leagueRoutes(app, services);
  togetherRoutes(app, services);
  correctionRoutes(app, services);
  streamRoutes(app, services);
  panelRoutes(app, services);
  pageRoutes(app, page);
  return app;
}
