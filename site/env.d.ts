/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** Set by chapter pages, so that elements of prose find their chapter. */
    place?: import("./lib/place.ts").Place;
  }
}
