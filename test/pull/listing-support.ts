import { openHub } from "#scripts/lib/hub/hub.ts";
import { listTop } from "#scripts/lib/hub/listing.ts";
import { datasetList, modelList } from "#scripts/lib/hub/lists.ts";
import type { ListedModel } from "#scripts/lib/hub/rows.ts";
import { contentOf, type LoopbackHub, startHub } from "#test/hub/loopback/index.ts";
import { fakeClock, token } from "./support.ts";

const day = (n: number) => new Date(Date.parse("2024-01-01T08:00:00Z") + n * 86_400_000).toISOString();

/** Row `n` of a listing: the higher, the fewer downloads, two rows each with the same. */
function row(n: number, kind: string) {
  const author = `Owner-${n % 5}`;
  return {
    ...{ _id: `66e6d064${(n + 1).toString(16).padStart(16, "0")}`, id: `${author}/${kind}-${n}`, author },
    ...{ private: false, disabled: false, gated: n % 4 === 0 ? "auto" : false, sha: "a".repeat(40) },
    ...{ createdAt: day(n % 700), lastModified: day(800), downloads: 90_000 - (n - (n % 2)), likes: n % 50 },
    ...{ downloadsAllTime: 900_000 - n, trendingScore: n % 3, tags: ["license:mit", "region:us"] },
    ...{ cardData: n % 3 === 0 ? { license: "mit", text: 'a "quoted" ünd\nbroken line' } : undefined },
  };
}

export const models = Array.from({ length: 1700 }, (_, n) => ({
  ...row(n, "m"),
  ...{ pipeline_tag: "text-generation", library_name: "transformers" },
  ...(n % 2 ? { safetensors: { parameters: { BF16: 7e9 + n, ...(n % 5 ? {} : { miku: 3 }) }, total: 7e9 + n } } : {}),
  ...(n % 7 ? {} : { gguf: { total: 8e9, architecture: "llama" } }),
  ...(n % 6
    ? {}
    : { baseModels: { relation: "finetune", models: [{ _id: "66e6d0640000000000000001", id: "Owner-0/m-0" }] } }),
}));

export const datasets = Array.from({ length: 1200 }, (_, n) => ({
  ...row(n, "d"),
  mainSize: n * 1000,
  description: "d",
}));

/** Owner-0 and Owner-1 are organisations, Owner-2 and Owner-3 users, and nobody knows Owner-4. */
const owners = [0, 1, 2, 3].map((n) => ({ name: `Owner-${n}`, kind: n < 2 ? ("org" as const) : ("user" as const) }));

export const content = contentOf({ models, datasets, owners });

/** A loopback Hub with these rows, and a polite client with a token on a clock of its own. */
export async function listingHub(options: Parameters<typeof startHub>[1] = {}) {
  const clock = fakeClock();
  const server = await startHub(content, { now: clock.now, ...options });
  const hub = openHub({ endpoint: server.url, token, clock, timeout: 2000 });
  return { server, hub, clock };
}

/** The names of the most downloaded models, by the API, and what the list came to. */
export async function namesOf(hub: ReturnType<typeof openHub>, top: number) {
  const rows: ListedModel[] = [];
  const listed = await listTop(modelList, top, hub, (one) => rows.push(one));
  return { names: rows.map(({ name }) => name), listed };
}

/** The names that are right, in any order among equal downloads. */
export function rightNames(top: number): string[] {
  return models.slice(0, top).map(({ id }) => id);
}

/** Requests that carried the token, or any text with it, to a server that is not the Hub. */
export function leaks({ requests }: LoopbackHub): string[] {
  return requests.filter((one) => one.origin !== "hub" && JSON.stringify(one).includes(token)).map(({ path }) => path);
}

export { datasetList };
