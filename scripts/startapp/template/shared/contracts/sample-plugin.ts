/**
 * What the plugin's admin endpoints answer. Every one stands below `/sample-plugin` and wants an admin session and the
 * action of `READ_ACTION`.
 */
export interface SamplePluginSummary {
  /** Modules that are written in the language asked for. */
  modules: number;
  /** How many of them are published. */
  published: number;
}

/** `GET /sample-plugin/summary?locale=es` */
export interface SamplePluginSummaryResponse {
  data: SamplePluginSummary;
}

export const READ_ACTION = 'plugin::sample-plugin.read';
