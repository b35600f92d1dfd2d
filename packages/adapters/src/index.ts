// The public names of @modelpref/adapters, listed by hand.
export { type Measurement, measureRequest } from "./measure/measure-request.ts";
export type { MeasuredNeeds } from "./measure/needs.ts";
