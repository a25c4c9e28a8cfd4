import { defineAnalysis } from "#kit/define.ts";
import { count, type Fact } from "#kit/facts.ts";
import { brief, claim, nameText, say, show, type Text } from "#kit/text.ts";
import { comparisonsOf } from "./comparisons.ts";
import { categoryFacts } from "./facts/categories.ts";
import { modelFacts } from "./facts/models.ts";
import { publishedFacts } from "./facts/published.ts";
import * as figures from "./figures.ts";
import { categoryFrame, hasRobotics, ownFrame, pointFrame, taskFrame } from "./frames.ts";
import { headlines } from "./headlines.ts";
import { byTask, type Population, populationOf, total } from "./populations.ts";
import { points } from "./published.ts";
import * as tables from "./tables.ts";

type Facts = Readonly<Record<string, Fact>>;

/** The list that stands beside the main one. */
const evaluated = "hub-stats-sample";

export default defineAnalysis({
  id: "robotics",
  order: 9,
  label: "Robotics",
  question: "How did robotics become the largest dataset category?",
  needs: [],
  tables,
  figures,
  compute({ evidence, reference }) {
    const { categoryMonths, modelTasks: tasks, roboticsLibraries, roboticsNamespaces } = evidence;
    const all = { tasks, libraries: roboticsLibraries.rows, namespaces: roboticsNamespaces.rows };
    const main = populationOf(tasks.basis.complete ? "hub" : "radar", all);
    const facts: Facts = {
      ...categoryFacts(categoryMonths.rows, categoryMonths.basis),
      ...modelFacts(main),
      ...(tasks.basis.complete ? {} : besideFacts(populationOf(evaluated, all))),
      ...publishedFacts(reference),
    };
    const present = hasRobotics(main);
    return {
      ...finding(main, facts),
      facts,
      frames: {
        publishedPoints: pointFrame(points(reference), categoryMonths.rows),
        categories: categoryFrame(categoryMonths.rows),
        taskWeight: taskFrame(main),
        ownDatasets: present ? ownFrame(main) : null,
      },
      comparisons: comparisonsOf(facts),
      headlines: headlines(facts, main.short),
      basis: main.basis,
    };
  },
});

/** What the other list has. */
function besideFacts({ rows, basis, who }: Population): Facts {
  const models = (value: number, definition: string): Fact => count({ value, unit: "models", definition, basis });
  return {
    "evaluated-models": models(total(rows, "models"), `All of the ${who}.`),
    "evaluated-robotics": models(
      total(rows.filter(byTask), "models"),
      `Of the ${who}, those that name robotics as their task.`,
    ),
  };
}

/** The title and the standfirst: how robotics models come with datasets, beside what others count. */
function finding({ short, basis }: Population, facts: Facts): { title: Text; standfirst: Text } {
  const get = (id: string): Fact => facts[id] as Fact;
  const published = say`Published counts of robotics datasets, which this edition can only set against each other, go from ${get("published-2024")} to ${get("published-2026")} or more in ${show.month(get("published-2026").basis.asOf)}.`;
  if (!("robotics-own" in facts)) {
    return {
      title: say`Of ${get("models")} ${short} models listed, those with robotics as their task are ${claim("none", [get("robotics-models")], "none")}`,
      standfirst: published,
    };
  }
  const who = short === "Hub" ? "models of the Hub" : "recent models that HF//RADAR follows";
  const told = say`${get("robotics-models")} ${nameText(who)} name robotics as their task on ${show.day(basis.asOf)}, and ${get("lerobot")} of these belong to one library.`;
  const both = "lerobot-own" in facts && "elsewhere-own" in facts;
  return {
    title: both
      ? say`${brief(get("lerobot-own"))} of LeRobot models name their publisher's own dataset, ${brief(get("elsewhere-own"))} of other robotics models`
      : say`${brief(get("robotics-own"))} of ${short} robotics models name a dataset of their own publisher`,
    standfirst: say`${told} ${published}`,
  };
}
