export { accessByYear } from "./figures/access.ts";
export { accessByKind } from "./figures/access-by-kind.ts";
export { cards } from "./figures/cards.ts";
export { licenceFamilies } from "./figures/families.ts";
export { gates } from "./figures/gates.ts";
export { permissiveByGroup } from "./figures/groups.ts";
