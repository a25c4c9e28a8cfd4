import { position } from "#kit/locate.ts";
import type { Problem } from "#kit/problem.ts";
import { sectionsOf } from "#kit/prose/sections.ts";
import type { Published } from "#kit/published.ts";
import { conflicts } from "#loaders/schema/published.ts";

/** Ids of the published figures that stand in a conflict. */
export function figuresIn(conflict: string, published: readonly Published[]): string[] {
  return published.filter((row) => row.conflict?.split(" ").includes(conflict)).map(({ id }) => id);
}

/** What the prose on conflicts leaves out: a conflict without a section, or a figure of it that its section does not show. */
export function conflictFaults(file: string, mdx: string, published: readonly Published[]): Problem[] {
  const sections = sectionsOf(mdx);
  return Object.entries(conflicts).flatMap(([id, title]) => {
    const section = sections.find((one) => one.title === title);
    const place = { file, ...position(mdx, section?.start ?? 0) };
    if (section === undefined) return [{ ...place, message: `conflict ${id} has no section: add "## ${title}"` }];
    return figuresIn(id, published)
      .filter((figure) => !section.published.includes(figure))
      .map((figure) => ({
        ...place,
        message: `section "${title}" does not show ${figure}, which stands in ${id}: add <Published id="${figure}" />`,
      }));
  });
}
