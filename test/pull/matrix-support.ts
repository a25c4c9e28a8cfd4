import { join } from "node:path";
import { HubError } from "#scripts/lib/hub/error.ts";
import { openHub } from "#scripts/lib/hub/hub.ts";
import { pullSnapshot } from "#scripts/lib/hub/pull.ts";
import { pathsAt } from "#scripts/lib/paths.ts";
import { scratch } from "#test/fixtures/source.ts";
import type { Effect, Fault, Storage } from "#test/hub/loopback/index.ts";
import { fakeClock, token } from "./support.ts";
import { label, namesIn, strangers, type World, whole, worldOf } from "./world.ts";

/** Where a pull can be struck: requests of one kind. */
export type Place = Pick<Fault, "path" | "origin"> & { readonly storage: Storage };

/** How a pull ended: "right", or the rule of its error; and all that must never be, by name. */
export interface Ending {
  readonly end: string;
  readonly message: string;
  readonly wrongs: readonly string[];
  /** Requests that failed. */
  readonly hits: number;
}

/** One Hub for each storage, on which every pull has a folder and a clock of its own. */
export async function arena() {
  const worlds = { lfs: await worldOf({ storage: "lfs" }), xet: await worldOf({ storage: "xet" }) };
  const struck = ({ storage, ...place }: Place, effect: Effect, times?: number) =>
    strike(worlds[storage === "xet" ? "xet" : "lfs"], { ...place, effect, ...(times ? { times } : {}) });
  const close = async () => void (await Promise.all(Object.values(worlds).map(({ server }) => server.close())));
  return { struck, close };
}

async function strike({ server, originals }: World, fault: Fault): Promise<Ending> {
  const [paths, clock, from, began] = [pathsAt(await scratch()), fakeClock(), server.requests.length, Date.now()];
  const active = server.fail(fault);
  const hub = openHub({ endpoint: server.url, token: `${token}${from}`, clock, timeout: 2000 });
  const error: unknown = await pullSnapshot({ source: "weekly", date: label }, { hub, paths }).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  active.lift();
  const land = { dir: join(paths.incoming, "hub", label), originals };
  const wrongs = [...(await wrongFiles(land, error === null)), ...leaksIn(server.requests.slice(from), server, error)];
  if (Date.now() - began > 2000) wrongs.push("slept really");
  return { ...told(error), wrongs, hits: active.hits };
}

function told(error: unknown): Pick<Ending, "end" | "message"> {
  if (error === null) return { end: "right", message: "" };
  return error instanceof HubError
    ? { end: error.rule, message: error.message }
    : { end: "no HubError", message: String(error) };
}

/** Files that are neither whole nor a part for the next run; a snapshot that is done without them. */
async function wrongFiles(land: Pick<World, "dir" | "originals">, done: boolean): Promise<string[]> {
  const names = await namesIn(land);
  if (done) return [...(await strangers(land)), ...whole.filter((name) => !names.includes(name))];
  const half = (await strangers(land)).map((table) => `${table}.parquet`);
  return [...half, "snapshot.json"].filter((name) => names.includes(name));
}

/** Requests to the foreign server, tokens sent to any but the Hub, and an error that shows one. */
function leaksIn(requests: World["server"]["requests"], { url }: World["server"], error: unknown): string[] {
  const sent = requests.flatMap(({ origin, path, headers }) => [
    ...(origin === "foreign" && headers.authorization ? [`authorization for foreign ${path}`] : []),
    ...(origin !== "hub" && JSON.stringify([path, headers]).includes(token) ? [`token for ${origin} ${path}`] : []),
  ]);
  const shown = error instanceof Error ? [error.message, error.stack, JSON.stringify(error)].join() : "";
  return shown.includes(token) ? [...sent, `token in the error of ${url}`] : sent;
}
