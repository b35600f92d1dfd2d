// The public names of @modelpref/adapters/measure: for who measures requests and calls no models.
export { type Measurement, measureRequest } from "./measure-request.ts";
export type { MeasuredNeeds } from "./needs.ts";
