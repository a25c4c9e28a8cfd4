import { refute, type Scope } from "../claims.ts";
import { directions, type Says } from "../directions.ts";
import type { Fact } from "../facts.ts";
import { suggest } from "../suggest.ts";
import type { Fault, Known } from "./known.ts";
import type { Piece } from "./parse.ts";
import { shows, vocabulary } from "./vocabulary.ts";

/** What is wrong with an element: its name, its attributes, what it refers to, what it claims. */
export function elementFaults(piece: Piece, known: Known): Omit<Fault, "at">[] {
  const shape = shapeFaults(piece).map((message) => ({ message }));
  return shape.length > 0 ? shape : reference(piece, known).map((message) => ({ message, open: true }));
}

function shapeFaults(piece: Piece): string[] {
  const name = piece.name ?? "";
  const shape = vocabulary[name];
  if (shape === undefined) return [`<${name}> is not an element of prose.${suggest(name, Object.keys(vocabulary))}`];
  const allowed = [...shape.required, ...shape.optional];
  const given = Object.keys(piece.attributes);
  return [
    ...shape.required.filter((key) => !given.includes(key)).map((key) => `<${name}> needs the attribute ${key}`),
    ...given
      .filter((key) => !allowed.includes(key))
      .map((key) => `<${name}> has no attribute ${key}.${suggest(key, allowed)}`),
    ...given.filter((key) => piece.attributes[key] === null).map((key) => `<${name} ${key}> must be a plain string`),
  ];
}

function reference(piece: Piece, known: Known): string[] {
  const id = piece.attributes.id ?? "";
  const { facts, figures, names, recommendations } = known.chapter;
  if (piece.name === "Fact") return [...among("fact", id, [...facts.keys()]), ...shown(piece, facts.get(id))];
  if (piece.name === "Figure") return among("figure", id, [...figures.keys()]);
  if (piece.name === "Recommendation") return among("recommendation", id, [...recommendations.keys()]);
  if (piece.name === "Published") return among("published figure", id, known.published);
  if (piece.name === "Source") return among("source", id, known.sources);
  if (piece.name === "Name") return among("name", id, [...names]);
  return piece.name === "Claim" ? claimFaults(piece, facts) : [];
}

function among(what: string, id: string, ids: readonly string[]): string[] {
  return ids.includes(id) ? [] : [`no ${what} "${id}".${suggest(id, ids)}`];
}

function shown(piece: Piece, fact: Fact | undefined): string[] {
  const show = piece.attributes.show;
  if (show === undefined) return [];
  const lacks = show === "n" && fact?.n === null ? ["this fact has no n to show"] : [];
  return [...among("way to show a fact", show ?? "", shows), ...lacks];
}

function claimFaults(piece: Piece, facts: ReadonlyMap<string, Fact>): string[] {
  const { says = "", scope = "all", facts: list = "" } = piece.attributes;
  const ids = (list ?? "").split(/\s+/).filter((id) => id !== "");
  const faults = [
    ...among("direction", says ?? "", Object.keys(directions)),
    ...among("scope", scope ?? "", ["all", "headline"]),
    ...ids.flatMap((id) => among("fact", id, [...facts.keys()])),
  ];
  if (faults.length > 0) return faults;
  const cited = ids.flatMap((id) => facts.get(id) ?? []);
  const reason = refute(says as Says, cited, scope as Scope);
  return reason === null ? [] : [`claim says "${says}" of ${ids.join(", ")}: ${reason}`];
}
