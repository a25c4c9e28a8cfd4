import type { Kind, RepoFacts } from "../truth/facts.ts";
import { daySeconds, floorSecond, type Moment, timestamp } from "./calendar.ts";
import { cardsOf } from "./cards.ts";
import { atQuantile, near, stream } from "./draw.ts";
import { gatesOf } from "./gates.ts";
import type { Id, Ids } from "./ids.ts";
import { type Licence, licencesOf } from "./licences.ts";
import { at, type Population } from "./population.ts";
import * as sample from "./sample.ts";

/** What models and datasets have in common: the cells of their rows, and what is true of them. */
export interface Repo {
  readonly id: Id;
  readonly licence: Licence;
  readonly cells: RepoCells;
  readonly facts: Omit<RepoFacts, "tags" | "domains">;
}

/** Cells of a row under the names of the Hub's columns; `fill` says how much filler ends the card. */
export interface RepoCells {
  readonly _id: string;
  readonly id: string;
  readonly author: string;
  readonly createdAt: string | null;
  readonly lastModified: string | null;
  readonly downloads: number;
  /** Null for a few, whose counter is not known. */
  readonly downloadsAllTime: number | null;
  readonly likes: number;
  readonly trendingScore: number;
  readonly cardData: string | null;
  readonly fill: number;
  readonly gated: string | null;
  readonly sha: string;
}

const floorDay = Math.floor(floorSecond / daySeconds);

/** Describes repositories of a kind by number and moment. */
export function reposOf(of: Population, ids: Ids, trending: (i: number) => number, seed: number) {
  const [licence, card, gate] = [licencesOf(of.kind, seed), cardsOf(of.kind, seed), gatesOf(of.kind, seed)];
  const uncounted = stream(seed, `${of.kind} uncounted`);
  return (i: number, moment: Moment): Repo => {
    const stated = licence(i);
    const gated = gate(i, of.kind === "dataset" || moment.era.gated);
    const id = ids.now(i);
    const total = uncounted(i) < 0.0008 ? null : at(of.shownTotal, i);
    const written = { ...names(id.id, ids.hub(i)), ...card(i, stated), gated: gated.raw, trendingScore: trending(i) };
    return {
      id,
      licence: stated,
      cells: { ...written, ...countersOf(of, i), downloadsAllTime: total },
      facts: {
        ...factsOf(of, i, id, moment.era.totals ? total : null),
        ...licenceOf(stated, moment),
        gated: gated.gated,
      },
    };
  };
}

/** Trending scores in a snapshot by number: 0 for most. */
export function trendingOf(kind: Kind, snapshot: number, seed: number): (i: number) => number {
  const [popular, now] = [stream(seed, `${kind} popularity`), stream(seed, `${kind} trending ${snapshot}`)];
  return (i) => atQuantile(sample.trending, near(popular(i), 0.3, now(i)));
}

function names(id: string, hub: string): Pick<RepoCells, "_id" | "id" | "author" | "sha"> {
  return { _id: hub, id, author: id.split("/")[0] ?? id, sha: `${"0".repeat(16)}${hub}` };
}

function countersOf(of: Population, i: number): Pick<RepoCells, "createdAt" | "lastModified" | "downloads" | "likes"> {
  return {
    createdAt: timestamp(at(of.created, i)),
    lastModified: timestamp(at(of.modified, i)),
    downloads: at(of.shownDownloads, i),
    likes: at(of.likes, i),
  };
}

type Counted = Omit<Repo["facts"], "licence" | "licenceFrom" | "licenceName" | "gated">;

function factsOf(of: Population, i: number, { id, owner }: Id, total: number | null): Counted {
  const created = at(of.created, i);
  const day = Number.isNaN(created) ? null : Math.floor(created / daySeconds);
  return {
    kind: of.kind,
    index: i,
    id,
    owner,
    createdOn: day === floorDay ? null : day,
    atFloor: day === null ? null : day === floorDay,
    downloads: at(of.shownDownloads, i),
    downloadsAllTime: total,
    likes: at(of.likes, i),
  };
}

type Stated = Pick<RepoFacts, "licence" | "licenceFrom" | "licenceName">;

function licenceOf({ value, from, named }: Licence, { era }: Moment): Stated {
  if (from === "card" && !era.cards) return { licence: null, licenceFrom: null, licenceName: null };
  return { licence: value, licenceFrom: from, licenceName: era.cards ? (named?.value ?? null) : null };
}
