import type { PurchasedProduct } from "@mintreu/api/marketplace/list-purchases";
import { ProductCard } from "./ProductCard.tsx";

/** Products side by side. */
export function ProductGrid({ products }: { products: readonly PurchasedProduct[] }) {
  return (
    <ul className="grid grid-cols-1 gap-3 sm:grid-cols-2">
      {products.map((product) => (
        <li key={product.id} className="min-w-0">
          <ProductCard product={product} />
        </li>
      ))}
    </ul>
  );
}
