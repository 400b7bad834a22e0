/** `playclock/client`. */
export {
  type CallOptions,
  type Client,
  type ClientOptions,
  createClient,
  type StreamPlace,
} from './client.ts';
export type { PanelAnswerRow, PanelQuestion } from './panel.ts';
export { PlayclockError, type Problem, UnexpectedAnswerError } from './refusal.ts';
export type { Answer, Asked, RouteName } from './routes.ts';
