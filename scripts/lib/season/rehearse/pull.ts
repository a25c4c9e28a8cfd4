import { DataError } from "#loaders/schema/errors.ts";
import type { Paths } from "../../paths.ts";
import { serveHub } from "./hub.ts";
import { runVerb } from "./run.ts";

/** The rule that few generated models break by chance, and why that is no harm here. */
const waived = {
  rule: "counters-fell",
  because: "Generated rows: about one counter in a thousand is made to fall, and of so few it can be more.",
} as const;

/**
 * Pulls months from a Hub that is served for it alone, by the project's own verb, and admits them; gives where the Hub
 * was. A refusal is an error but for the rule that chance breaks: that one is waived, and the waiver is told like any.
 */
export async function pullMonths(
  labels: readonly string[],
  { root }: Paths,
  generated: string,
  tell: (label: string) => void,
): Promise<string> {
  const { url, stop } = await serveHub(root, generated);
  try {
    for (const label of labels) {
      await pulled(root, label, url);
      tell(label);
    }
  } finally {
    await stop();
  }
  return url;
}

async function pulled(root: string, label: string, url: string): Promise<void> {
  const call = ["snapshot", "pull", "--source", "weekly", "--date", label, "--json"];
  const env = { HF_ENDPOINT: url, HF_TOKEN: "" };
  const first = await runVerb(root, call, { env });
  const rules = first.code === 0 ? [] : brokenBy(first.out);
  const byChance = rules.length > 0 && rules.every((rule) => rule.endsWith(`/${waived.rule}`));
  const last = byChance
    ? await runVerb(root, [...call, "--accept", rules.join(","), "--because", waived.because], { env })
    : first;
  if (last.code !== 0) throw new DataError(`npm run ${call.join(" ")} ended with ${last.code}`, [last.err.trim()]);
}

/** Rules that refused a snapshot, as the verb's JSON names them; none where it says nothing of the kind. */
function brokenBy(out: string): string[] {
  try {
    const { refused = [] } = JSON.parse(out) as { refused?: { rule: string }[] };
    return refused.map(({ rule }) => rule);
  } catch {
    return [];
  }
}
