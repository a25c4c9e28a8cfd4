import { compareCells, matches, nextOrder, type Order } from "./rows.ts";

/** Gives a table a button in each heading that sorts its rows, and a field that filters them; the table works without. */
export function enhance(table: HTMLTableElement): void {
  const body = table.tBodies[0];
  const headings = [...table.querySelectorAll<HTMLTableCellElement>("thead th")];
  if (body === undefined) return;
  for (const [column, heading] of headings.entries()) addButton(heading, () => sort(body, headings, column));
  addFilter(table, body);
}

function addButton(heading: HTMLTableCellElement, onPress: () => void): void {
  const button = heading.ownerDocument.createElement("button");
  button.type = "button";
  button.className = "sort";
  button.append(...heading.childNodes);
  button.addEventListener("click", onPress);
  heading.append(button);
}

function sort(body: HTMLTableSectionElement, headings: readonly HTMLTableCellElement[], column: number): void {
  const heading = headings[column];
  const order: Order = nextOrder(heading?.getAttribute("aria-sort") ?? null);
  for (const other of headings) other.removeAttribute("aria-sort");
  heading?.setAttribute("aria-sort", order);
  const cell = (row: Element): string => textsOf(row)[column]?.trim() ?? "";
  body.append(...rowsOf(body).sort((a, b) => compareCells(cell(a), cell(b), order)));
}

function addFilter(table: HTMLTableElement, body: HTMLTableSectionElement): void {
  const page = table.ownerDocument;
  const [label, input, status] = [page.createElement("label"), page.createElement("input"), page.createElement("span")];
  input.type = "search";
  label.className = "filter";
  label.append("Filter rows ", input, status);
  status.setAttribute("role", "status");
  const all = rowsOf(body);
  input.addEventListener("input", () => {
    for (const row of all) row.hidden = !matches(textsOf(row), input.value);
    const left = all.filter(({ hidden }) => !hidden).length;
    status.textContent = input.value === "" ? "" : ` ${left} of ${all.length} rows`;
  });
  (table.closest(".scroll") ?? table).before(label);
}

function rowsOf(body: HTMLTableSectionElement): HTMLTableRowElement[] {
  return [...body.querySelectorAll("tr")];
}

function textsOf(row: Element): string[] {
  return [...row.querySelectorAll("th, td")].map((cell) => cell.textContent ?? "");
}
