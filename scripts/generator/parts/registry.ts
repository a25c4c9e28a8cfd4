import type { RegisteredOwner } from "../options.ts";

/** Owners of weight, the heaviest first. */
const heavy = [
  "sentence-transformers",
  "qwen",
  "deepseek-ai",
  "google",
  "meta-llama",
  "openai",
  "microsoft",
  "baidu",
  "paddlepaddle",
  "bytedance",
  "tencent",
  "mistralai",
  "nvidia",
  "facebook",
  "openai-community",
  "google-bert",
];
const mostRegistered = 400;

/** Organisations of a registry that own repositories: those of weight first, then a few hundred others. */
export function chosen(registry: readonly RegisteredOwner[]): RegisteredOwner[] {
  const organisations = registry.filter(({ kind }) => kind !== "individual");
  const place = ({ owner }: RegisteredOwner) => heavy.indexOf(owner.toLowerCase());
  const first = organisations.filter((row) => place(row) >= 0).sort((a, b) => place(a) - place(b));
  const rest = organisations.filter((row) => !first.includes(row));
  const step = Math.max(1, rest.length / mostRegistered);
  const some = Array.from({ length: Math.min(rest.length, mostRegistered) }, (_, i) => rest[Math.floor(i * step)]);
  return [...first, ...some.filter((row) => row !== undefined)];
}
