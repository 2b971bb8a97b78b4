import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "../root.ts";

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;

/** Name of a procedure, such as `articles.vote`. */
export type ProcedurePath = { [D in keyof Inputs & string]: `${D}.${keyof Inputs[D] & string}` }[keyof Inputs & string];

/** What a procedure takes. */
export type InputOf<P extends ProcedurePath> = P extends `${infer D extends keyof Inputs & string}.${infer N}`
  ? Inputs[D][N & keyof Inputs[D]]
  : never;

/** What a procedure gives, as it comes over the wire. */
export type OutputOf<P extends ProcedurePath> = P extends `${infer D extends keyof Outputs & string}.${infer N}`
  ? Outputs[D][N & keyof Outputs[D]]
  : never;
