import { rawTrainings } from "./epoch-models.ts";

/** One model of the database, read from its record. */
export interface Trained {
  readonly name: string;
  readonly on: string;
  readonly year: number;
  /** open, limited, closed or unknown. */
  readonly access: string;
  /** Names of countries, each once; none where nothing is stated but that it is multinational. */
  readonly places: readonly string[];
  /** FLOP; NaN where it is not stated. */
  readonly flop: number;
}

const columns = {
  name: "Model",
  on: "Publication date",
  access: "Model accessibility",
  places: "Country (from Organization)",
  flop: "Training compute (FLOP)",
} as const;

/** Every model published since 2017. */
export function trained(path: string): Trained[] {
  const found: Trained[] = [];
  for (const record of rawTrainings(path, Object.values(columns))) {
    const cell = (column: keyof typeof columns): string => record[columns[column]] ?? "";
    if (cell("on") < "2017") continue;
    const places = new Set(
      cell("places")
        .split(",")
        .filter((place) => place !== "" && place !== "Multinational"),
    );
    found.push({
      name: cell("name").trim().replaceAll(/\s+/g, " "),
      on: cell("on"),
      year: Number(cell("on").slice(0, 4)),
      access: accessOf(cell("access")),
      places: [...places],
      flop: cell("flop") === "" ? Number.NaN : Number(cell("flop")),
    });
  }
  return found;
}

function accessOf(words: string): string {
  if (words === "") return "unknown";
  if (!words.startsWith("Open weights")) return "closed";
  return words.endsWith("(unrestricted)") ? "open" : "limited";
}

/** The largest run with stated compute among chosen models that have a name. */
export function largestRun(models: readonly Trained[], chosen: (model: Trained) => boolean): Trained | undefined {
  let best: Trained | undefined;
  for (const model of models)
    if (model.name !== "" && chosen(model) && !Number.isNaN(model.flop) && model.flop > (best?.flop ?? 0)) best = model;
  return best;
}

/** Stated compute of chosen models, and how many state it. */
export function compute(models: readonly Trained[], chosen: (model: Trained) => boolean): { flop: number; n: number } {
  let [flop, n] = [0, 0];
  for (const model of models)
    if (chosen(model) && !Number.isNaN(model.flop)) {
      flop += model.flop;
      n += 1;
    }
  return { flop, n };
}
