// What vendors' own dated pages say, kept by hand: a fourth voice, for models that one package alone knows.

/** Answers what a vendor's page says of a model of the catalog, or undefined. */
export function openVendorPages(pages) {
  const byId = new Map(pages.map((page) => [page.model, page]));
  return (id) => {
    const page = byId.get(id);
    return page && { ...said(page), source: page.source };
  };
}

function said({ cost, limit, reasoning, image }) {
  return {
    price: [cost.input, cost.output],
    cache_read: cost.cache_read,
    cache_write: cost.cache_write,
    tiers: cost.tiers,
    context: limit.context,
    max_output: limit.output,
    reasoning,
    image,
    tool_call: undefined,
  };
}
