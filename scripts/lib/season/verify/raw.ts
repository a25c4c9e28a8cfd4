import { z } from "zod";
import type { Seal } from "#site/lib/seal/format.ts";
import { tablesFolder } from "#site/lib/seal/format.ts";
import { done, type Step, undone } from "./findings.ts";
import { npm } from "./run.ts";

/** What `npm run tables -- --check --json` prints, as far as it is read. */
const checked = z.object({ tables: z.array(z.unknown()), differences: z.array(z.string()) });

/** Builds the tables of an edition again from raw data, in a checkout of its release with that release's own code. */
export async function fromRaw({ edition: { id } }: Seal, folder: string): Promise<Step> {
  const ran = await npm(folder, ["run", "--silent", "tables", "--", id, "--check", "--json"]);
  const printed = parsed(ran.out);
  if (printed === null)
    return undone("raw data", `the tables of ${id} cannot be built from raw data here:\n${ran.said}`);
  const findings = printed.differences.map((line) => {
    const [path = "", ...fault] = line.split(": ");
    return { file: `${tablesFolder(id)}/${path}`, fault: `from raw data: ${fault.join(": ")}` };
  });
  return done("raw data", printed.tables.length, findings);
}

function parsed(text: string): z.infer<typeof checked> | null {
  try {
    return checked.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
