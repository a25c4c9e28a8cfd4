import { defineCommand } from "citty";
import { DataError } from "#loaders/schema/errors.ts";
import { chooseEdition } from "../editions.ts";
import { pathsAt } from "../paths.ts";

export default defineCommand({
  meta: {
    name: "npm run season -- release",
    description:
      "Seal an edition: tables, facts, frames, prose and drawings, with hashes; refuses while anything is unresolved.",
  },
  args: {
    edition: { type: "positional", required: true, description: "Id of the edition" },
    again: { type: "boolean", description: "Seal a released edition once more; the seal before it is kept" },
    because: { type: "string", description: "Why it is sealed again", valueHint: "REASON" },
  },
  run: async ({ args }) => {
    const edition = await chooseEdition(pathsAt().editions, args.edition);
    throw new DataError(`edition ${edition.id}`, ["cannot be sealed yet"]);
  },
});
