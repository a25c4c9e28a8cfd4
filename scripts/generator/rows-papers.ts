import { daySeconds, iso, type Moment, timestamp } from "./parts/calendar.ts";
import { paperId } from "./parts/citations.ts";
import { pick, stream } from "./parts/draw.ts";
import { places } from "./parts/words.ts";
import type { Described } from "./rows-models.ts";
import type { PaperFacts } from "./truth/facts.ts";

/** A row of `daily_papers.parquet`; what is not here is null. */
export interface PaperCells {
  readonly publishedAt: string | null;
  readonly title: string;
  readonly summary: string;
  readonly numComments: number;
  readonly paper_id: string;
  readonly paper_publishedAt: string | null;
  readonly paper_submittedOnDailyAt: string | null;
  readonly paper_title: string;
  readonly paper_summary: string;
  readonly paper_upvotes: number;
  readonly paper_githubRepo: string | null;
  readonly paper_githubStars: number | null;
  readonly "paper_organization._id": string | null;
  readonly "paper_organization.name": string | null;
  readonly "paper_organization.fullname": string | null;
}

const span = 600;

/** Daily papers of a snapshot: those of the snapshot before and new ones, with more upvotes. */
export function paperRows(papers: number, first: Moment, seed: number) {
  const unit = (name: string) => stream(seed, `paper ${name}`);
  const [age, upvotes, code, organisation] = [unit("age"), unit("upvotes"), unit("code"), unit("organisation")];
  return (moment: Moment): Described<PaperCells, PaperFacts>[] => {
    const rounds = (moment.day - first.day) / 30;
    const count = Math.ceil(papers * (1 + 0.04 * rounds));
    return Array.from({ length: count }, (_, i) => {
      const since =
        i < papers
          ? first.committed - span * age(i) * daySeconds
          : first.committed + ((i - papers) / papers / 0.04) * 30 * daySeconds;
      const second = Math.min(Math.floor(since), moment.committed - 3600);
      const votes = Math.floor(400 * upvotes(i) ** 6 * (1 + rounds / 10));
      return described(i, second, votes, code(i) < 0.4, organisation(i));
    });
  };
}

function described(
  i: number,
  second: number,
  upvotes: number,
  withCode: boolean,
  unit: number,
): Described<PaperCells, PaperFacts> {
  const number = unit < 0.45 ? null : Math.floor(unit * 60);
  const name = number === null ? null : organisationName(number, i);
  const text = `Generated paper ${i}`;
  const cells: PaperCells = {
    publishedAt: timestamp(second),
    title: text,
    summary: `${text}.`,
    numComments: i % 5,
    paper_id: paperId(i),
    paper_publishedAt: timestamp(second - 2 * daySeconds),
    paper_submittedOnDailyAt: timestamp(second),
    paper_title: text,
    paper_summary: `${text}.`,
    paper_upvotes: upvotes,
    paper_githubRepo: withCode ? `https://github.com/generated/paper-${i}` : null,
    paper_githubStars: withCode ? upvotes * 3 : null,
    "paper_organization._id": number === null ? null : String(number).padStart(24, "0"),
    "paper_organization.name": name,
    "paper_organization.fullname": name,
  };
  return {
    cells,
    facts: { paper: paperId(i), month: `${iso(second).slice(0, 7)}-01`, upvotes, withCode, organisation: number },
  };
}

function organisationName(number: number, i: number): string {
  const name = `${pick(places, (number % places.length) / places.length)}-${number}`;
  return i % 4 === 0 ? name.toUpperCase() : name;
}
