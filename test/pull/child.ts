import { openHub } from "#scripts/lib/hub/hub.ts";
import { pullSnapshot } from "#scripts/lib/hub/pull.ts";
import { pathsAt } from "#scripts/lib/paths.ts";

const [endpoint = "", root = "", date = ""] = process.argv.slice(2);
await pullSnapshot({ source: "weekly", date }, { hub: openHub({ endpoint, token: "" }), paths: pathsAt(root) });
