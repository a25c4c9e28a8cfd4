import { main, mainOf } from "./lib/cli.ts";

/** Each verb is a file of `lib/season/` that exports its command as `default`. */
await mainOf(
  { name: "npm run season --", description: "Editions: seal what is finished, so that nothing in it moves any more." },
  {
    release: {
      description: "seal an edition: tables, facts, frames, prose and drawings, with hashes",
      run: async (args) => main((await import("./lib/season/release.ts")).default, args),
    },
  },
);
