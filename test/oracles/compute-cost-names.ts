const words = (list: string): readonly string[] => list.split(" ");
const regions = words("us us-gov eu uk jp au ca sa apac global regional");
const clouds = words(
  "ai21 amazon anthropic cohere deepseek google meta minimax mistral moonshot moonshotai nvidia openai qwen writer xai zai",
);
const publishers = words(
  "alibaba amazon anthropic cohere deepseek-ai google meta minimaxai mistralai moonshotai nvidia openai xai x-ai xiaomi zai zai-org z-ai z-ai-org",
);
const families = words("claude command gemini gemma glm gpt grok llama mimo nemotron nova");
const routes = words(":nitro :floor :exacto :extended :online :free -free :maas -maas :tee -tee");
const precisions = words(
  "fp4 nvfp4 mxfp4 fp8 fp8-dynamic fp16 bf16 int4 int4-mixed-ar int8 4bit 6bit 8bit awq gptq gguf mlx",
);
const tiers = words("opus sonnet haiku");

const isDigit = (c = ""): boolean => c.length === 1 && c >= "0" && c <= "9";
const isLetter = (c = ""): boolean => c.length === 1 && c >= "a" && c <= "z";
const digits = (text = ""): boolean => text !== "" && [...text].every(isDigit);
const each = (text: string, other: (c: string, i: number) => string): string => [...text].map(other).join("");

/**
 * The name that all price lists share, cut and respelt character by character until nothing is left to do.
 *
 * It follows the description of the shared name; a test holds it against the loaders' rules on every name of the lists.
 */
export function sharedName(raw: string): string {
  let [before, name] = ["", raw];
  while (name !== before) {
    before = name;
    name = respelt(unwrapped(name));
  }
  return name;
}

function unwrapped(raw: string): string {
  let [before, name] = ["", raw.toLowerCase().trim()];
  while (name !== before) {
    before = name;
    name = name.split("/").at(-1) ?? "";
    while (name.startsWith("@")) name = name.slice(1);
    name = each(name, (c) => (isDigit(c) || isLetter(c) || ":@.+".includes(c) ? c : "-"));
    while (name.includes("--")) name = name.replace("--", "-");
    name = withoutEnd(withoutFront(name));
  }
  return name;
}

function withoutFront(name: string): string {
  const after = (front: string): string => (name.startsWith(front) ? name.slice(front.length) : "");
  for (const region of regions) if (isLetter(after(`${region}.`)[0])) return after(`${region}.`);
  const version = after("deepseek.");
  if (/[rv]/.test(version[0] ?? "") && isDigit(version[1])) return `deepseek-${version}`;
  for (const cloud of clouds) if (isLetter(after(`${cloud}.`)[0])) return after(`${cloud}.`);
  for (const publisher of publishers) if (isFamily(after(`${publisher}-`))) return after(`${publisher}-`);
  return name;
}

function isFamily(rest: string): boolean {
  return families.some((family) => rest.startsWith(family)) || (rest[0] === "o" && isDigit(rest[1]));
}

function withoutEnd(name: string): string {
  if (name.indexOf("@") > 0) return name.slice(0, name.indexOf("@"));
  const version = name.lastIndexOf("-v");
  if (digits(name.split(":")[1]) && dayOf(name.slice(0, version)) > 0) return name.slice(0, version);
  for (const end of ["-v1:0", "-1:0", ":0", ...routes]) if (name.endsWith(end)) return name.slice(0, -end.length);
  if (/^(claude|nova)-.+-v1$/.test(name)) return name.slice(0, -3);
  for (const end of precisions) if (name.endsWith(`-${end}`)) return name.slice(0, -end.length - 1);
  return dayOf(name) > 0 ? name.slice(0, dayOf(name)) : name;
}

/** Where a day of release at the end begins, as -20251101 or -2025-11-01; 0 without one. */
function dayOf(name: string): number {
  for (const length of [9, 11]) {
    const day = name.slice(-length);
    const number = day.replaceAll("-", "");
    const shaped = length === 9 ? day.slice(1) === number : day[5] === "-" && day[8] === "-";
    const [month, date] = [Number(number.slice(4, 6)), Number(number.slice(6))];
    const real = digits(number) && number.length === 8 && month >= 1 && month <= 12 && date >= 1 && date <= 31;
    if (day.startsWith("-20") && shaped && real) return name.length - length;
  }
  return 0;
}

function respelt(raw: string): string {
  const marked = each(raw.replaceAll("+", "-plus"), (c) => (isDigit(c) || isLetter(c) ? c : "-"));
  const plain = marked.split("-").filter(Boolean).join("-");
  const dotted = each(plain, (c, i) => (c === "p" && isDigit(plain[i - 1]) && isDigit(plain[i + 1]) ? "-" : c));
  const name = dotted.startsWith("qwen-") && isDigit(dotted[5]) ? `qwen${dotted.slice(5)}` : dotted;
  return claude(spaced(spaced(name, "llama"), "gemma"));
}

/** llama3, llama-v3 and llama-3 are llama-3. */
function spaced(name: string, family: string): string {
  if (!name.startsWith(family)) return name;
  let rest = name.slice(family.length);
  for (const part of ["-", "v"]) if (rest.startsWith(part)) rest = rest.slice(1);
  return isDigit(rest[0]) ? `${family}-${rest}` : name;
}

/** claude-4-5-opus is claude-opus-4-5, and a release 4-0 of opus or sonnet is 4. */
function claude(name: string): string {
  const [first, ...parts] = name.split("-");
  if (first !== "claude") return name;
  const glued = tiers.find((tier) => parts[0]?.startsWith(tier) && isDigit(parts[0][tier.length]));
  if (glued !== undefined) parts.splice(0, 1, glued, parts[0]?.slice(glued.length) ?? "");
  const at = parts.findIndex((part, i) => i < 3 && tiers.includes(part));
  if (at > 0 && parts.slice(0, at).every((part) => isDigit(part))) parts.unshift(...parts.splice(at, 1));
  if (parts[0] !== "haiku" && tiers.includes(parts[0] ?? "") && parts[1] === "4" && parts[2] === "0")
    parts.splice(2, 1);
  return [first, ...parts].join("-");
}
