import type { PurchasedProduct } from "@mintreu/api/marketplace/list-purchases";
import { ProductCard } from "./ProductCard.tsx";

/** Products side by side; `as` is the rank of their names. */
export function ProductGrid({ products, as = "h3" }: { products: readonly PurchasedProduct[]; as?: "h2" | "h3" }) {
  return (
    <ul className="grid grid-cols-1 gap-3 sm:grid-cols-2">
      {products.map((product) => (
        <li key={product.id} className="min-w-0">
          <ProductCard product={product} as={as} />
        </li>
      ))}
    </ul>
  );
}
