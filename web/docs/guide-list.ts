/** Guides that the page shows, by the name of their file, in the order of the list. */
export const GUIDES = [
  ['two-clocks', 'The two clocks'],
  ['temporal-queries', 'Temporal queries'],
  ['live', 'Live'],
  ['panel', 'Panels'],
  ['notebooks', 'Notebooks'],
  ['client', 'The client'],
  ['stats', 'Stats'],
  ['feeds', 'Feeds'],
  ['coverage', 'Coverage'],
  ['glossary', 'Glossary'],
  ['architecture', 'Architecture'],
] as const;
