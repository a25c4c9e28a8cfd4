import type { RegisteredOwner } from "../options.ts";
import { pick, stream } from "./draw.ts";
import { chosen } from "./registry.ts";
import { colours, places } from "./words.ts";

/** Pool of every owner outside the registry, in every table of truth. */
export const unregistered = "(unregistered)";

/** Who an owner's name stands for at one time. */
export interface OwnerName {
  readonly name: string;
  /** Equal for names that differ in case alone. */
  readonly key: number;
  /** Spelling of the registry, or `(unregistered)`. */
  readonly registered: string;
  /** Country of the registry; "ZZ" if none. */
  readonly country: string;
}

/** The owner of an id without "/". */
export const nobody: OwnerName = { name: "(none)", key: -1, registered: unregistered, country: "ZZ" };

/** Owners by number: those of the registry first, then made-up handles; names change over time. */
export class Owners {
  readonly count: number;
  readonly #listed: readonly RegisteredOwner[];
  readonly #taken: ReadonlySet<string>;
  readonly #version: Uint8Array;
  readonly #flipped: Uint8Array;
  readonly #changed: Uint8Array;
  readonly #seed: number;
  readonly #handle;
  /** Names of version 0, as they are asked for. */
  readonly #names: string[];

  constructor(registry: readonly RegisteredOwner[], made: number, seed: number) {
    this.#listed = chosen(registry);
    this.#taken = new Set(registry.map(({ owner }) => owner.toLowerCase()));
    this.count = this.#listed.length + made;
    this.#version = new Uint8Array(this.count);
    this.#flipped = new Uint8Array(this.count);
    this.#changed = new Uint8Array(this.count);
    this.#seed = seed;
    this.#names = new Array<string>(this.count);
    this.#handle = [stream(seed, "colour"), stream(seed, "place"), stream(seed, "handle")] as const;
  }

  /** An owner, the likelier registered the more popular (0 to 1) the repository; some own much more than most. */
  drawn(popularity: number, kind: number, which: number): number {
    const registered = kind < 0.04 + 0.75 * popularity ** 24;
    if (registered) return Math.floor(this.#listed.length * which ** 4);
    return this.#listed.length + Math.floor((this.count - this.#listed.length) * which ** 2.2);
  }

  /** Whether the registry holds the owner under its first name. */
  isListed(owner: number): boolean {
    return owner < this.#listed.length;
  }

  /** The owner's name now, or when it began. */
  named(owner: number, when: "now" | "first" = "now"): OwnerName {
    const version = when === "now" ? (this.#version[owner] ?? 0) : 0;
    const row = version === 0 ? this.#listed[owner] : undefined;
    return {
      name: when === "now" && this.#flipped[owner] ? flipped(this.#spelt(owner, version)) : this.#spelt(owner, version),
      key: owner * 64 + version,
      registered: row?.owner ?? unregistered,
      country: row?.country || "ZZ",
    };
  }

  /** Whether the owner has another name than when it began, case aside. */
  renamed(owner: number): boolean {
    return this.#version[owner] !== 0;
  }

  /** Whether the owner's name changed in the last step, case aside. */
  changed(owner: number): boolean {
    return this.#changed[owner] === 1;
  }

  /** Renames a few owners, one of the registry among them, and changes the case of some. */
  step(snapshot: number): void {
    const event = stream(this.#seed, `owners ${snapshot}`);
    this.#changed.fill(0);
    for (let owner = 0; owner < this.count; owner++) {
      const unit = event(owner);
      const unlucky = owner === this.#listed.length - 1 - snapshot;
      if (unlucky || (!this.isListed(owner) && unit < 0.0015)) this.#rename(owner);
      else if (unit > 0.9985) this.#flipped[owner] = 1 - (this.#flipped[owner] ?? 0);
    }
  }

  #rename(owner: number): void {
    this.#version[owner] = (this.#version[owner] ?? 0) + 1;
    this.#changed[owner] = 1;
  }

  #spelt(owner: number, version: number): string {
    this.#names[owner] ??= this.#began(owner);
    const name = this.#names[owner] ?? "";
    return version === 0 ? name : this.#free(`${name}-g${version + 1}`);
  }

  #began(owner: number): string {
    const row = this.#listed[owner];
    return row ? onTheHub(row.owner, owner) : this.#made(owner);
  }

  #made(owner: number): string {
    const [colour, place, style] = this.#handle.map((unit) => unit(owner)) as [number, number, number];
    const words = `${pick(colours, colour)}-${pick(places, place)}`;
    const tail = owner - this.#listed.length;
    if (style < 0.02) return this.#free(`${words}-7b-${tail}`);
    return this.#free(
      style < 0.3 ? `${words[0]?.toUpperCase()}${words.slice(1).replace("-", "")}${tail}` : `${words}-${tail}`,
    );
  }

  #free(name: string): string {
    return this.#taken.has(name.toLowerCase()) ? this.#free(`${name}-x`) : name;
  }
}

function onTheHub(name: string, owner: number): string {
  return owner % 7 === 3 ? flipped(name) : name;
}

function flipped(name: string): string {
  return name === name.toLowerCase() ? name.toUpperCase() : name.toLowerCase();
}
