import { main, mainOf } from "./lib/cli.ts";

/** Each verb is a file of `lib/season/` that exports its command as `default`. */
await mainOf(
  { name: "npm run season --", description: "Begin an edition, compare two, seal one and verify what was sealed." },
  {
    new: {
      description: "begin an edition: a draft with its pins, and prose to start from",
      run: async (args) => main((await import("./lib/season/new.ts")).default, args),
    },
    rehearse: {
      description: "rehearse a season on a generated Hub, in a copy of the project, from nothing to the pull request",
      run: async (args) => main((await import("./lib/season/rehearse.ts")).default, args),
    },
    diff: {
      description: "compare two editions: every fact old and new, with the cause of its change",
      run: async (args) => main((await import("./lib/season/diff.ts")).default, args),
    },
    request: {
      description: "the text of a draft's pull request: what was pulled, what changed, what no longer holds",
      run: async (args) => main((await import("./lib/season/request.ts")).default, args),
    },
    release: {
      description: "seal an edition: tables, facts, frames, prose and drawings, with hashes",
      run: async (args) => main((await import("./lib/season/release.ts")).default, args),
    },
    verify: {
      description: "verify a released edition: every sealed byte, then all of it made again by its own code",
      run: async (args) => main((await import("./lib/season/verify.ts")).default, args),
    },
    remake: {
      description: "make what a release seals into a folder: verify runs it in a fresh checkout",
      run: async (args) => main((await import("./lib/season/remake.ts")).default, args),
    },
  },
);
