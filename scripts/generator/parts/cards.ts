import { atQuantile, stream } from "./draw.ts";
import type { Licence } from "./licences.ts";
import * as sample from "./sample.ts";

/** A card as JSON text, and how many characters of filler are to be written behind it; -1 if it ends here. */
export interface Card {
  readonly cardData: string | null;
  readonly fill: number;
}

/** Name of the card's last entry, whose value is filler. */
const open = ',"notes":"';

/** What ends a card behind its filler. */
export const cardEnd = '"}';

/** Cards by number: null, empty, broken off, or an object with the licence and as long as the sample's. */
export function cardsOf(kind: string, seed: number): (i: number, licence: Licence) => Card {
  const [there, size] = [stream(seed, `${kind} card`), stream(seed, `${kind} card size`)];
  const none = sample.sample.nulls.cardData / sample.sample.rows;
  const empty = none + sample.sample.emptyCards / sample.sample.rows;
  return (i, licence) => {
    const needed = licence.from === "card" || licence.named !== null;
    if (!needed && there(i) < none) return { cardData: null, fill: -1 };
    if (!needed && there(i) < empty) return { cardData: "{}", fill: -1 };
    return written(licence, atQuantile(sample.cardSize, size(i)));
  };
}

function written({ inCard, broken, named }: Licence, size: number): Card {
  const called = named === null ? "" : `"license_name":${named.inCard},`;
  const entries = `${inCard === undefined ? "" : `"license":${inCard},`}${called}`;
  const text = `{${entries}"language":["en"]`;
  if (broken) return { cardData: `${text},`, fill: -1 };
  const fill = size - text.length - open.length - cardEnd.length;
  return fill > 0 ? { cardData: `${text}${open}`, fill } : { cardData: `{${entries}"x":1}`, fill: -1 };
}
