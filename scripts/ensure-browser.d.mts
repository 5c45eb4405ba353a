/** Path of a Chromium or Chrome, fetched if need be (says on stderr how). Throws with the reason when none can be had. */
export function ensureBrowser(): string;
