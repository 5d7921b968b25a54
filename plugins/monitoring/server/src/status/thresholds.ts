/** From when on somebody has to look. The alerts of config/prometheus say the same; a test compares them. */
export const THRESHOLDS = {
  oldestJobSeconds: 600,
  workerSilentSeconds: 120,
  backupAgeSeconds: 26 * 3600,
  drillAgeSeconds: 8 * 24 * 3600,
  diskFreeRatio: 0.1,
  tlsSeconds: 14 * 24 * 3600,
} as const;
