/** Names of soccer's feeds. */
export const STATS_PERFORM = 'stats_perform';
export const STATSBOMB = 'statsbomb';
