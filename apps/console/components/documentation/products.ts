import type { DeskRow } from "@mintreu/api/desks/list-desks";

/** A product of a desk in sight. */
export interface Product {
  id: string;
  name: string;
}

/** The products whose documentation an agent may look after: of their own desks first. */
export function productsOf(desks: readonly DeskRow[]): Product[] {
  return desks.flatMap((desk) => desk.products);
}

/** The product that an address names, else the first. */
export function productAt(products: readonly Product[], wanted: string | null): Product | undefined {
  return products.find(({ id }) => id === wanted) ?? products[0];
}
