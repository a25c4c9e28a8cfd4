import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { defineCommand } from "citty";
import { DataError, raise } from "#loaders/schema/errors.ts";
import { UsageError } from "../cli.ts";
import { chooseEdition } from "../editions.ts";
import { type Paths, pathsAt } from "../paths.ts";

/** `season remake`: what a release seals, made once more from the committed tables; `season verify` runs it in a fresh checkout. */
export default defineCommand({
  meta: {
    name: "npm run season -- remake",
    description:
      "Make the files that a release of an edition seals, from its committed tables, into a folder; nothing else is touched.",
  },
  args: {
    edition: { type: "positional", required: true, description: "Id of the edition" },
    out: {
      type: "string",
      required: true,
      description: "Folder to write into, which must not exist",
      valueHint: "DIR",
    },
    json: { type: "boolean", description: "Print JSON" },
  },
  run: async ({ args }) => {
    if (args._.length > 1) throw new UsageError("one edition at a time");
    const paths = pathsAt();
    const { id } = await chooseEdition(paths.editions, args.edition);
    const files = await remake(id, resolve(args.out), paths);
    process.stdout.write(
      args.json ? `${JSON.stringify({ edition: id, files }, null, 2)}\n` : files.map((file) => `${file}\n`).join(""),
    );
  },
});

/** Makes and writes the files; gives their paths from the project's root. */
async function remake(id: string, out: string, paths: Paths): Promise<string[]> {
  const [{ computedAs }, { give }, { written }, { pack }] = await Promise.all([
    import("./seal/reasons.ts"),
    import("#site/lib/given.ts"),
    import("./seal/written.ts"),
    import("#site/lib/seal/pack.ts"),
  ]);
  const { report, reports, changes, problems } = await computedAs(id, paths);
  if (report === null || changes === null) raise(`edition ${id} cannot be made`, problems);
  if (report === null || changes === null) throw new DataError(`edition ${id}`, ["has no report"]);
  give(reports);
  const packed = pack(report, await written(report, paths.root), changes);
  await mkdir(out, { recursive: false });
  for (const { path, text } of packed) await put(join(out, path), text);
  return packed.map(({ path }) => path);
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
