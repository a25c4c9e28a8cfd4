import type { Module } from "./modules.ts";

const folder = (path: string): string => path.split("/")[0] ?? "";
const analysis = (path: string): string => path.split("/")[1] ?? "";
const own = ["loaders", "data", "analyses", "site", "scripts", "test"];
const pure = ["loaders", "analyses"];

/** Folders that each folder may import from, beside packages. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  loaders: ["loaders"],
  analyses: ["analyses", "loaders", "data"],
  site: ["site", "analyses", "loaders", "data"],
  scripts: ["scripts", "site", "analyses", "loaders", "data"],
  test: own,
};

/** What a module does that its place forbids, one line each. */
export function violations({ file, imports, effects }: Module): string[] {
  const allowed = file.startsWith("test/oracles/") ? [] : (mayImport[folder(file)] ?? []);
  const inside = imports.filter((path) => own.includes(folder(path)) && !path.startsWith("test/oracles/"));
  return [
    ...inside.filter((path) => !allowed.includes(folder(path))).map((path) => `${file} imports ${path}`),
    ...(folder(file) === "analyses" ? ofAnalysis(file, imports) : []),
    ...forbidden(file, effects).map((effect) => `${file} uses ${effect}`),
    ...(pure.includes(folder(file)) ? imports.filter(network).map((path) => `${file} imports ${path}`) : []),
  ];
}

function network(path: string): boolean {
  return /^(?:node:)?(?:https?|http2|net|tls|dgram|dns|child_process|worker_threads)$/.test(path);
}

function ofAnalysis(file: string, imports: readonly string[]): string[] {
  const wrong = imports.filter(
    (path) =>
      (folder(path) === "loaders" && !path.startsWith("loaders/schema/")) ||
      (folder(path) === "data" && !/^data\/reference\/[\w-]+\.json$/.test(path)) ||
      (folder(path) === "analyses" && analysis(path) !== "_kit" && analysis(path) !== analysis(file)) ||
      /^(?:node:.*|fs|path|process|os|url)$/.test(path),
  );
  return wrong.map((path) => `${file} imports ${path}`);
}

/** Only scripts and tests reach the network, the clock and chance, and write; what is pure does not read the process either. */
function forbidden(file: string, effects: readonly string[]): readonly string[] {
  if (["scripts", "test"].includes(folder(file))) return [];
  return pure.includes(folder(file))
    ? effects
    : effects.filter((effect) => effect !== "process" && effect !== "new Date()");
}
