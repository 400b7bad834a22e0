/** What is known of the speed of panels beyond the figures of a run: part of the page. */
export const PANEL_FINDINGS = `### Where the time of a panel goes, and what was tried

TODO`;
