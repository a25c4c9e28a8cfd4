export { type Commit, contentOf, type HubContent, type Owner, type Repository, type Row, warm } from "./content.ts";
export * from "./effects.ts";
export * from "./effects-pages.ts";
export type { ActiveFault, Effect, Fault } from "./faults.ts";
export { type LoggedRequest, type LoopbackHub, type LoopbackOptions, startHub } from "./hub.ts";
export { hubOf } from "./hub-of.ts";
export type { OriginName } from "./reply.ts";
export { inGit, type Storage, Stored } from "./stored.ts";
