const regions = "us|us-gov|eu|uk|jp|au|ca|sa|apac|global|regional";
const clouds =
  "ai21|amazon|anthropic|cohere|deepseek|google|meta|minimax|mistral|moonshot|moonshotai|nvidia|openai|qwen|writer|xai|zai";
const publishers =
  "alibaba|amazon|anthropic|cohere|deepseek-ai|google|meta|minimaxai|mistralai|moonshotai|nvidia|openai|x-?ai|xiaomi|z-?ai(?:-org)?";
const families = "claude|command|gemini|gemma|glm|gpt|grok|llama|mimo|nemotron|nova|o\\d";
const precisions = "fp4|nvfp4|mxfp4|fp8|fp8-dynamic|fp16|bf16|int4|int4-mixed-ar|int8|[468]bit|awq|gptq|gguf|mlx";

type Rule = readonly [pattern: RegExp, replacement: string];

/** What is around a name and not of it. */
const wrappings: readonly Rule[] = [
  [/@.*$/, ""],
  [/(-20\d{6})-v\d+:\d+$/, "$1"],
  [/(?:-v?1)?:0$/, ""],
  [/^((?:claude|nova)-.+)-v1$/, "$1"],
  [new RegExp(`^(?:${regions})\\.(?=[a-z])`), ""],
  [/^deepseek\.(?=[rv]\d)/, "deepseek-"],
  [new RegExp(`^(?:${clouds})\\.(?=[a-z])`), ""],
  [new RegExp(`^(?:${publishers})--?(?=(?:${families}))`), ""],
  [/:(?:nitro|floor|exacto|extended|online)$/, ""],
  [/[-:](?:free|maas|tee)$/, ""],
  [new RegExp(`-(?:${precisions})$`), ""],
  [/-20\d\d(-?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])$/, ""],
];

/** Spellings of one name that differ by more than punctuation. */
const spellings: readonly Rule[] = [
  [/(\d)p(?=\d)/g, "$1-"],
  [/^qwen-(?=\d)/, "qwen"],
  [/^(llama|gemma)-?v?(?=\d)/, "$1-"],
  [/^claude-(\d(?:-\d)?)-(opus|sonnet|haiku)(?![a-z])/, "claude-$2-$1"],
  [/^claude-(opus|sonnet|haiku)(?=\d)/, "claude-$1-"],
  [/^(claude-(?:opus|sonnet)-4)-0(?=-|$)/, "$1"],
];

/**
 * The name of a model as all price lists can spell it, from the name that a seller gives it.
 *
 * - Lower case; the last segment of a path; `-` for every other mark, so that `4.5` and `4-5` meet.
 * - No region, publisher, cloud version or route of delivery (`us.anthropic.`, `-v1:0`, `@default`, `:free`, `-tee`).
 * - No day of release (`-20251101`, `-2025-11-01`) and no precision of serving (`-fp8`, `-awq`).
 * - A few families have one spelling: `qwen3`, `llama-3`, `claude-opus-4-5` for `claude-4.5-opus`, `4-6` for `4p6`.
 * - What makes another product stays: mini, turbo, thinking, instruct, preview, fast, batch, and releases named by
 *   number (`-2507`, `-v2`). Models that differ in their day alone become one.
 *
 * A name that came out goes in unchanged.
 */
export function modelName(name: string): string {
  const last = name.slice(name.lastIndexOf("/") + 1).toLowerCase();
  const bare = wrappings.reduce(
    unwrap,
    last
      .trim()
      .replaceAll(/^@+/g, "")
      .replaceAll(/[\s_]+/g, "-"),
  );
  const plain = bare.replaceAll("+", "-plus").replaceAll(/[^a-z0-9:@.]+/g, "-");
  const settled = plain === last ? spelled(plain) : plain;
  return settled === name ? name : modelName(settled);
}

function unwrap(name: string, [pattern, replacement]: Rule): string {
  return name.replace(pattern, replacement) || name;
}

function spelled(name: string): string {
  const plain = name.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
  return spellings.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), plain);
}
