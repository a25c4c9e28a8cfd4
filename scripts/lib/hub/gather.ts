import { Pieces } from "#scripts/generator/write/pieces.ts";
import type { Progress } from "../progress.ts";
import { datasetCells, datasetTypes, dtypesOf, modelCells, modelTypes } from "./cells.ts";
import type { Hub } from "./hub.ts";
import { listTop } from "./listing.ts";
import { datasetList, type List, modelList } from "./lists.ts";
import { ownerKinds } from "./owners.ts";
import type { Source } from "./parquet.ts";
import { isLocal } from "./settings.ts";

export interface GatherOptions {
  readonly hub: Hub;
  /** Folder that keeps what the Hub said of accounts. */
  readonly accounts: string;
  /** Folder for rows that are on their way. */
  readonly rows: string;
  readonly progress: (title: string) => Progress;
  readonly tell: (line: string) => void;
}

/** What the Hub listed, on disk. */
export interface Gathered {
  readonly models: Source;
  readonly datasets: Source;
  readonly owners: Source;
  /** Whether the rows are made up: a server on this machine gave them, or the identities are those of the generator. */
  readonly generated: boolean;
}

/** Lists models and datasets and asks for the owners of the models; rows go to disk as they come. */
export async function gather(top: number, options: GatherOptions): Promise<Gathered> {
  const { hub, accounts, progress, rows } = options;
  const [owners, dtypes] = [new Set<string>(), new Set<string>()];
  let generated = isLocal(new URL(hub.endpoint));
  const models = await listed(modelList, top, options, (row) => {
    generated ||= row.id.startsWith("00000000");
    if (row.name.includes("/")) owners.add(row.name.split("/")[0] ?? "");
    for (const dtype of dtypesOf(row)) dtypes.add(dtype);
    return modelCells(row);
  });
  const datasets = await listed(datasetList, top, options, datasetCells);
  const shown = progress("owners");
  const kinds = await ownerKinds(owners, { hub, accounts, progress: shown });
  shown.stop();
  const kept = new Pieces(rows, "owners");
  for (const [owner, owner_type] of kinds) kept.add({ owner, owner_type });
  return {
    models: { paths: models, types: modelTypes(dtypes) },
    datasets: { paths: datasets, types: datasetTypes },
    owners: { paths: closed(kept), types: { owner: "VARCHAR", owner_type: "VARCHAR" } },
    generated,
  };
}

async function listed<Row extends { readonly id: string; readonly downloads: number }>(
  list: List<Row>,
  top: number,
  { hub, rows, progress, tell }: GatherOptions,
  cells: (row: Row) => object,
): Promise<readonly string[]> {
  const kept = new Pieces(rows, list.table);
  const shown = progress(list.table);
  try {
    const found = await listTop(list, top, hub, (row) => kept.add(cells(row)), shown);
    tell(`${list.table}: ${found.rows} rows in ${found.pages} pages, ${found.duplicates} repeated`);
  } finally {
    shown.stop();
    kept.close();
  }
  return kept.paths;
}

function closed(pieces: Pieces): readonly string[] {
  pieces.close();
  return pieces.paths;
}
