export { generatedHub } from "#scripts/lib/generated.ts";
export { comparable, type TrueTable, truthOf } from "#scripts/lib/truth.ts";
