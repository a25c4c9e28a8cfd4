export * from "./arithmetic/memory.ts";
export * from "./arithmetic/money.ts";
export * from "./arithmetic/work.ts";
