// The one shape all sources are read into, and what counts as said at all.

/** A number a source states. Zero, minus one and null are how the packages write "not known" of prices and limits. */
export function stated(number) {
  return typeof number === "number" && number > 0 ? rounded(number) : undefined;
}

/** Input and output price together, USD per million tokens; 0/0 is not known, and half a price is none. */
export function statedPrice(input, output) {
  return stated(input) === undefined || stated(output) === undefined ? undefined : [rounded(input), rounded(output)];
}

/** One price tier, without the prices the source leaves at zero. */
export function statedTier(above, input, output, cacheRead, cacheWrite) {
  const prices = {
    input: stated(input),
    output: stated(output),
    cache_read: stated(cacheRead),
    cache_write: stated(cacheWrite),
  };
  return { above, ...Object.fromEntries(Object.entries(prices).filter(([, price]) => price !== undefined)) };
}

/** Some prices were multiplied from a price per token and are 0.09999999999999999: nine digits are more than any price has. */
function rounded(number) {
  return Number(number.toFixed(9));
}
