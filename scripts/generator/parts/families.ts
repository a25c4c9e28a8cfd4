import { pick } from "./draw.ts";

/** Families of models that registered owners publish, with these owners in lower case. */
export const lines: Readonly<Record<string, readonly string[]>> = {
  DeepSeek: ["deepseek-ai"],
  ERNIE: ["baidu"],
  Falcon: ["tiiuae"],
  Gemma: ["google"],
  GLM: ["zai-org", "thudm"],
  "gpt-oss": ["openai"],
  Granite: ["ibm-granite"],
  Hunyuan: ["tencent"],
  InternLM: ["internlm"],
  Jamba: ["ai21labs"],
  Kimi: ["moonshotai"],
  LFM: ["liquidai"],
  Llama: ["meta-llama"],
  MiMo: ["xiaomimimo"],
  MiniCPM: ["openbmb"],
  MiniMax: ["minimaxai"],
  Mistral: ["mistralai"],
  Nemotron: ["nvidia"],
  OLMo: ["allenai"],
  Phi: ["microsoft"],
  Qwen: ["qwen"],
  SmolLM: ["huggingfacetb"],
};

/** A word that names of models begin with. */
export interface FamilyWord {
  readonly text: string;
  /** The family that the name then states, whoever uses it; null if the word stands inside another. */
  readonly states: string | null;
  /** Families that a model of their own owners then belongs to. */
  readonly of: readonly string[];
  /** Whether it says that the model is a mixture of experts. */
  readonly mixture: boolean;
}

const word = (text: string, states: string | null, ...of: readonly string[]): FamilyWord => ({
  text,
  states,
  of,
  mixture: text.endsWith("-MoE"),
});

/** Words of families; some of two, some of none although they look like it. */
export const familyWords: readonly FamilyWord[] = [
  ...[word("DeepSeek-R1", "deepseek", "DeepSeek"), word("DeepSeek-R1-Distill-Qwen", "deepseek", "DeepSeek", "Qwen")],
  ...[word("ERNIE-4.5", null, "ERNIE"), word("falcon", null, "Falcon"), word("Jamba", null, "Jamba")],
  ...[word("gemma-3", "gemma", "Gemma"), word("CodeGemma", null, "Gemma"), word("gpt-oss", null, "gpt-oss")],
  ...[word("GLM-4.6", null, "GLM"), word("chatglm", null, "GLM"), word("granite-4", null, "Granite")],
  ...[word("Hunyuan", null, "Hunyuan"), word("internlm3", null, "InternLM"), word("Kimi-K2", null, "Kimi")],
  ...[word("LFM2", null, "LFM"), word("MiMo", null, "MiMo"), word("MiniCPM", null, "MiniCPM")],
  ...[word("Llama-3.1", "llama", "Llama"), word("CodeLlama", "codellama", "Llama"), word("TinyLlama", null, "Llama")],
  ...[word("Llama-3.1-Nemotron", "llama", "Llama", "Nemotron"), word("Nemotron", null, "Nemotron")],
  ...[word("MiniMax-M2", null, "MiniMax"), word("OLMo-2", null, "OLMo"), word("SmolLM3", null, "SmolLM")],
  ...[word("Mistral", "mistral", "Mistral"), word("Mixtral", "mixtral", "Mistral"), word("Codestral", null, "Mistral")],
  ...[word("Phi-4", "phi", "Phi"), word("phi3", "phi", "Phi"), word("Phi-silica", "phi"), word("Dolphin", null)],
  ...[word("Qwen3", "qwen", "Qwen"), word("QwQ", "qwq", "Qwen"), word("Qwen1.5-MoE", "qwen", "Qwen")],
];

const byOwner = new Map(
  Object.values(lines).flatMap((owners) =>
    owners.map((owner) => [owner, familyWords.filter((one) => owns(one, owner))]),
  ),
);

/** The word that the name of a model of an owner begins with: often one of its families, now and then any; or none. */
export function familyWord(owner: string, unit: number, which: number): FamilyWord | null {
  const own = byOwner.get(owner.toLowerCase());
  if (own !== undefined && unit < 0.7) return pick(own, which);
  return unit > 0.9 ? pick(familyWords, which) : null;
}

/** The family that a model belongs to by a word of its name and its owner; null if it belongs to none. */
export function familyOf(of: FamilyWord | null, owner: string): string | null {
  return of?.of.find((family) => lines[family]?.includes(owner.toLowerCase())) ?? null;
}

function owns({ of }: FamilyWord, owner: string): boolean {
  return of.some((family) => lines[family]?.includes(owner));
}
