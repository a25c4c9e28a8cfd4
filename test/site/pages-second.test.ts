import { testPages } from "#test/support/every-page.ts";

testPages(1);
