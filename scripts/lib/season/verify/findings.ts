/** A file that is not as it should be, and how. */
export interface Finding {
  /** From the project's root. */
  readonly file: string;
  readonly fault: string;
}

/** One way in which an edition was verified. */
export interface Step {
  readonly step: "sealed files" | "made again" | "raw data";
  /** Files that were looked at. */
  readonly files: number;
  readonly findings: readonly Finding[];
  /** Why it could not be done, with what to do; null where it was done. */
  readonly undone: string | null;
  /** Why it was left out on purpose; null where it was not. */
  readonly left: string | null;
}

/** A step that was done. */
export function done(step: Step["step"], files: number, findings: readonly Finding[]): Step {
  return { step, files, findings, undone: null, left: null };
}

/** A step that could not be done. */
export function undone(step: Step["step"], reason: string): Step {
  return { step, files: 0, findings: [], undone: reason, left: null };
}

/** A step that was not asked for. */
export function left(step: Step["step"], reason: string): Step {
  return { step, files: 0, findings: [], undone: null, left: reason };
}
