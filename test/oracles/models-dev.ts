import { tarEntries } from "./tar.ts";

/** One offer as its file has it, read by regular expressions. */
export interface RawOffer {
  readonly provider: string;
  readonly offer: string;
  readonly linked: boolean;
  readonly baseModel: string;
  /** NaN without a price. */
  readonly input: number;
  readonly output: number;
  readonly tiered: boolean;
  readonly deprecated: boolean;
  /** true, false, or empty. */
  readonly openWeights: string;
  /** The catalogue's word of the base model: true, false, or empty. */
  readonly baseOpenWeights: string;
  readonly released: string;
  readonly baseReleased: string;
  readonly context: number;
  readonly baseContext: number;
}

/** Every offer of the archive, and the number of links that lead nowhere. */
export function rawOffers(archive: string): { offers: RawOffer[]; broken: number } {
  const entries = new Map(tarEntries(archive).map((entry) => [entry.path, entry]));
  const offers: RawOffer[] = [];
  let broken = 0;
  for (const { path, text, target } of entries.values()) {
    const [, provider = "", offer = ""] = /^providers\/([^/]+)\/models\/(.+)\.toml$/.exec(path) ?? [];
    if (provider === "") continue;
    const linked = target !== "";
    const content = linked ? entries.get(follow(path, target))?.text : text;
    if (content === undefined) broken += 1;
    else offers.push({ provider, offer, linked, ...fields(content, (base) => entries.get(base)?.text ?? "") });
  }
  return { offers, broken };
}

function follow(path: string, target: string): string {
  const at = path.split("/").slice(0, -1);
  for (const part of target.split("/")) {
    if (part === "..") at.pop();
    else if (part !== ".") at.push(part);
  }
  return at.join("/");
}

function fields(text: string, read: (path: string) => string) {
  const baseModel = top(text, "base_model");
  const base = read(`models/${baseModel}.toml`);
  const cost = section(text, "cost");
  return {
    baseModel,
    input: number(cost, "input"),
    output: number(cost, "output"),
    tiered: /^\[\[cost\.tiers\]\]|^tiers\s*=/m.test(text),
    deprecated: top(text, "status") === "deprecated",
    openWeights: top(text, "open_weights"),
    baseOpenWeights: top(base, "open_weights"),
    released: top(text, "release_date"),
    baseReleased: top(base, "release_date"),
    context: number(section(text, "limit"), "context"),
    baseContext: number(section(base, "limit"), "context"),
  };
}

function top(text: string, key: string): string {
  const head = text.split(/^\[/m)[0] ?? "";
  return new RegExp(`^${key}\\s*=\\s*"?([^"\\n#]*?)"?\\s*(?:#.*)?$`, "m").exec(head)?.[1] ?? "";
}

function section(text: string, name: string): string {
  return new RegExp(`^\\[${name}\\]$([^[]*)`, "m").exec(text)?.[1] ?? "";
}

function number(text: string, key: string): number {
  const found = new RegExp(`^${key}\\s*=\\s*([\\d._]+)`, "m").exec(text)?.[1];
  return found === undefined ? Number.NaN : Number(found.replaceAll("_", ""));
}

/** Sum of what is known. */
export function known(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) if (!Number.isNaN(value)) sum += value;
  return sum;
}
