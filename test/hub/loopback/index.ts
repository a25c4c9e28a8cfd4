/**
 * A Hub on 127.0.0.1 for tests, rehearsals and benchmarks: `startHub(hubOf(folder))` serves generated months,
 * `startHub(contentOf({...}))` what a test makes up, and `hub.fail({ path, times, effect: cut({ fraction: 0.3 }) })`
 * lets requests fail. It speaks as the real Hub does to the real client; `hub.requests` tells who was sent what.
 */
export { type Commit, contentOf, type HubContent, type Owner, type Repository, type Row, warm } from "./content.ts";
export * from "./effects.ts";
export * from "./effects-pages.ts";
export type { ActiveFault, Effect, Fault } from "./faults.ts";
export { type LoggedRequest, type LoopbackHub, type LoopbackOptions, startHub } from "./hub.ts";
export { hubOf } from "./hub-of.ts";
export type { OriginName } from "./reply.ts";
export { inGit, type Storage, Stored } from "./stored.ts";
