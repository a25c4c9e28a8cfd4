/** How long something, or `n` things alike, were watched, and how it ended. Ages have one unit, such as days. */
export interface Spell {
  /**
   * Age at which watching began: later than 0 is left truncation, for what ended before was never seen. 0 when absent.
   */
  readonly entry?: number;
  /** Age at the event, or at which the thing was last seen without it. */
  readonly exit: number;
  /** Whether the event happened at `exit`; otherwise the spell is right-censored. */
  readonly event: boolean;
  /** Things of this spell, a whole number; 1 when absent. */
  readonly n?: number;
}

/** An error for a spell that nobody can have watched. */
export function checkSpells(spells: readonly Spell[]): void {
  for (const { entry = 0, exit, n = 1 } of spells) {
    if (!(entry >= 0 && exit > entry && exit < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`a spell from ${entry} to ${exit}: it begins at 0 or later, and ends after it begins`);
    }
    if (!(Number.isSafeInteger(n) && n >= 0)) {
      throw new RangeError(`${n} spells from ${entry} to ${exit}: their number is whole, from 0 up`);
    }
  }
}
