import type { Load } from "#loaders/engine/canonical.ts";
import radar from "#loaders/radar.ts";
import { localMembers } from "#test/fixtures/source.ts";

/** HF//RADAR as it would be if it followed these models on a day, and stated one size of all of them. */
export async function radarOf(ids: readonly string[], day: string, parameters: number): Promise<Load[]> {
  const about = { created_at: "2026-01-01 00:00:00", updated_at: "2026-02-01 00:00:00", tags: [], likes: 1 };
  const documents = ids.map((id, i) => {
    const document = { id, ...about, downloads_30d: 10 + i, parameters, gated: false, removed: false };
    return [`data/generated/${i}.json`, JSON.stringify(document)];
  });
  const files = await localMembers("radar-huggingface-dataset.tar.gz", Object.fromEntries(documents), {
    ...{ id: "radar", first: day, last: day },
  });
  return radar.filter(({ table }) => table.name === "models").map((loader) => ({ loader, files }));
}
