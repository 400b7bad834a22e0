/** Names of the NHL's feeds. */
export const STATSAPI = 'nhl_statsapi';
export const API_WEB = 'nhl_api_web';
