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
  /** Bounds of it, FLOP; NaN where they are not stated. */
  readonly least: number;
  readonly most: number;
  /** How sure the database is, in its words; empty where it does not say. */
  readonly confidence: string;
}

const columns = {
  name: "Model",
  on: "Publication date",
  access: "Model accessibility",
  places: "Country (from Organization)",
  flop: "Training compute (FLOP)",
  least: "Training compute lower bound",
  most: "Training compute upper bound",
  confidence: "Confidence",
} as const;

/** Every model published since 2017. */
export function trained(path: string): Trained[] {
  const found: Trained[] = [];
  for (const record of rawTrainings(path, Object.values(columns))) {
    const cell = (column: keyof typeof columns): string => record[columns[column]] ?? "";
    if (cell("on") < "2017") continue;
    const number = (column: keyof typeof columns): number => (cell(column) === "" ? Number.NaN : Number(cell(column)));
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
      flop: number("flop"),
      least: number("least"),
      most: number("most"),
      confidence: cell("confidence"),
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

/** A model of which the database is confident, or which it holds likely. */
export function isSure({ confidence }: Trained): boolean {
  return confidence === "Confident" || confidence === "Likely";
}

/** The same models without one, or with one at other compute. */
export function changed(models: readonly Trained[], one: Trained, flop: number): Trained[] {
  return models.map((model) => (model === one ? { ...model, flop } : model));
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
