import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";

const [what = "", how = "", at = "0", root = "", of = ""] = process.argv.slice(2);
const full = () => Promise.reject(Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" }));
let calls = 0;

/** From the call `at` on, the disk is full or the process is gone. */
function struck<Args extends unknown[]>(call: (...args: Args) => Promise<void>): (...args: Args) => Promise<void> {
  return (...args) => {
    if (calls++ < Number(at)) return call(...args);
    if (how === "kill") process.kill(process.pid, "SIGKILL");
    return full();
  };
}

Object.assign(fs, {
  writeFile: struck(fs.writeFile as (...args: unknown[]) => Promise<void>),
  ...{ rename: struck(fs.rename), link: struck(fs.link), copyFile: struck(fs.copyFile) },
});
syncBuiltinESMExports();

const { pathsAt } = await import("#scripts/lib/paths.ts");
const paths = pathsAt(root);
if (what === "admit") {
  const { admitSnapshot } = await import("#scripts/lib/snapshots/admit.ts");
  await admitSnapshot(of, { paths, accepted: { rules: [], because: "", on: "2026-06-30" }, threads: 1 });
} else {
  const { openHub } = await import("#scripts/lib/hub/hub.ts");
  const { pullListing } = await import("#scripts/lib/hub/pull-listing.ts");
  await pullListing({ top: 600 }, { hub: openHub({ endpoint: of, token: "" }), paths });
}
