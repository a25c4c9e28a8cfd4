/** Eras of the Hub's tables, named by the month in which they began. */
export const eraNames = ["2024-07", "2024-10", "2025-02", "2025-07", "2026-01"] as const;
export type EraName = (typeof eraNames)[number];

/** What the files of an era hold. */
export interface Era {
  readonly name: EraName;
  /** Cards and trending scores. */
  readonly cards: boolean;
  /** Counters of all time. */
  readonly totals: boolean;
  /** Base models and `gguf`; earlier files had `gated`, `private`, `sha`, `disabled` and `modelId` instead. */
  readonly bases: boolean;
  /** Whether models have `gated`, as text. */
  readonly gated: boolean;
  /** `mainSize` of datasets. */
  readonly mainSize: boolean;
}

const begins: Readonly<Record<EraName, string>> = {
  "2024-07": "0000-01-01",
  "2024-10": "2024-10-01",
  "2025-02": "2025-02-26",
  "2025-07": "2025-07-01",
  "2026-01": "2026-01-01",
};

/** The era of a day (ISO). */
export function eraOf(day: string): Era {
  return eraNamed(eraNames.findLast((name) => begins[name] <= day) ?? "2024-07");
}

/** The era of a name. */
export function eraNamed(name: EraName): Era {
  const since = (other: EraName) => name >= other;
  return {
    name,
    cards: since("2024-10"),
    totals: since("2025-02"),
    bases: since("2025-07"),
    gated: !since("2025-07"),
    mainSize: since("2026-01"),
  };
}
