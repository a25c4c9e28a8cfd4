import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plan } from "./plan.ts";

/** Name of the template's prose; a new analysis has it under the id of its edition. */
const prose = "edition.mdx";

/** Fills the template into a new folder of `analyses/`, all of it or nothing; gives the paths of its files. */
export async function scaffold(plan: Plan, edition: string, analyses: string): Promise<string[]> {
  const [template, folder] = [join(analyses, "_template"), join(analyses, plan.id)];
  const fresh = join(analyses, `_new-${plan.id}`);
  try {
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh);
    const files = (await readdir(template)).sort();
    for (const file of files)
      await writeFile(join(fresh, named(file, edition)), filled(await readFile(join(template, file), "utf8"), plan));
    await rename(fresh, folder);
    return files.map((file) => `analyses/${plan.id}/${named(file, edition)}`);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

function named(file: string, edition: string): string {
  return file === prose ? `${edition}.mdx` : file;
}

/** The template with a plan in the place of its id, order, name and question. */
function filled(text: string, { id, title, question, order }: Plan): string {
  return text
    .replace("order: 0,", () => `order: ${order},`)
    .replace('label: "New analysis"', () => `label: ${quoted(title)}`)
    .replace('question: "What does the evidence say?"', () => `question: ${quoted(question)}`)
    .replaceAll("new-analysis", id);
}

/** A text as code has it, in the quotes that need least escaping. */
function quoted(text: string): string {
  const double = JSON.stringify(text);
  return text.includes('"') && !/['\\]/.test(text) ? `'${text}'` : double;
}
