import { z } from "zod";
import { DomainError } from "../core/errors.ts";
import { customers, router } from "../trpc.ts";
import { listPurchases } from "./list-purchases.ts";

export const marketplaceRouter = router({
  products: customers.query(({ ctx }) => listPurchases(ctx)),
  product: customers
    .input(z.strictObject({ slug: z.string().regex(/^[\w-]{1,100}$/) }))
    .query(async ({ ctx, input }) => {
      const [product] = await listPurchases(ctx, input.slug);
      if (!product) throw new DomainError("NOT_FOUND");
      return product;
    }),
});
