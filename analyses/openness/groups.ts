import { prose } from "#kit/format.ts";
import { placeName, unknownPlace } from "#kit/places.ts";
import type { Reference } from "#loaders/schema/reference.ts";
import type { ModelRow } from "./populations.ts";
import { sizeEnds } from "./tables/standings.ts";

/** A way to group models, and the group of each row; null where it is unknown. */
export interface Grouping {
  readonly by: "Size" | "Publisher in" | "Kind of publisher";
  /** Groups as figures list them; the group of the unknown is not among them. */
  readonly groups: readonly Group[];
  readonly of: (row: ModelRow) => string | null;
}

/** One group. */
export interface Group {
  /** Ends the ids of its facts. */
  readonly key: string;
  readonly label: string;
  /** "models above 20 billion parameters", as a sentence has it. */
  readonly who: string;
}

const [small = "", large = ""] = sizeEnds.map((end) => prose(end, "parameters"));

const sizes: readonly Group[] = [
  { key: "under-1b", label: `Under ${small}`, who: `models under ${small} parameters` },
  { key: "1b-to-20b", label: `Up to ${large}`, who: `models of ${small} to ${large} parameters` },
  { key: "above-20b", label: `Above ${large}`, who: `models above ${large} parameters` },
];

const places: readonly Group[] = [
  { key: "us", label: placeName("US"), who: "models of publishers in the United States" },
  { key: "cn", label: placeName("CN"), who: "models of publishers in China" },
  { key: "elsewhere", label: "Elsewhere", who: "models of publishers in other countries and regions" },
];

const kinds: readonly Group[] = [
  { key: "industry", label: "Industry", who: "models of companies" },
  { key: "non-profit", label: "Non-profit", who: "models of non-profit organisations" },
  { key: "academia", label: "Academia", who: "models of universities and institutes" },
  { key: "government", label: "Government", who: "models of public bodies" },
  { key: "community", label: "Community", who: "models of communities" },
  { key: "individual", label: "Individuals", who: "models of individuals" },
];

/** Groupings by size, by place and by kind of publisher; individuals have no place. */
export function groupings({ owners }: Reference): readonly Grouping[] {
  const registry = new Map(owners.map((owner) => [owner.owner.toLowerCase(), owner]));
  const placeOf = ({ owner }: ModelRow): string | null => {
    const country = registry.get(owner.toLowerCase())?.country ?? unknownPlace;
    if (country === unknownPlace) return null;
    return country === "US" || country === "CN" ? country.toLowerCase() : "elsewhere";
  };
  return [
    {
      by: "Size",
      groups: sizes,
      of: ({ size }) => (size === "unknown" ? null : size.toLowerCase().replaceAll(" ", "-")),
    },
    { by: "Publisher in", groups: places, of: placeOf },
    { by: "Kind of publisher", groups: kinds, of: ({ owner }) => registry.get(owner.toLowerCase())?.kind ?? null },
  ];
}
