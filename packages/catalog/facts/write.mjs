// Writes entries as YAML people review: small maps in one line, long ones a key a line, the same text for the same facts.

import { Document, isCollection, visit } from "yaml";

/** The formatter's line width: a map that fits in it stays in one line. */
const WIDTH = 120;

/**
 * @param {string} provider
 * @param {object[]} entries
 * @param {string} updated the date of the facts
 * @returns {string} one whole catalog document
 */
export function providerYaml(provider, entries, updated) {
  const document = new Document({ version: 1, updated, models: entries }, { keepUndefined: false });
  document.commentBefore = [
    " Written by facts/rebuild.mjs from what several sources agree on: do not edit. To change it, edit",
    ` facts/hand/models/${provider}.yaml or facts/hand/settled.yaml and run \`npm run facts\` (docs/bundled-catalog.md).`,
  ].join("\n");
  visit(document, {
    Pair(_, pair, path) {
      const depth = path.filter(isCollection).length;
      if (depth >= 3 && isCollection(pair.value)) pair.value.flow = fits(pair, 2 * depth - 2);
    },
  });
  for (const model of document.get("models").items.slice(1)) model.spaceBefore = true;
  return plain(document.toString({ lineWidth: 0 }));
}

/** Whether the pair fits in one line at this indent. */
function fits({ key, value }, indent) {
  return indent + `${key.value}: ${inOneLine(value.toJSON())}`.length <= WIDTH;
}

function inOneLine(value) {
  const line = new Document(value);
  line.contents.flow = true;
  return plain(line.toString({ lineWidth: 0 })).trimEnd();
}

/** The library pads maps and lists alike; the formatter pads maps only. */
function plain(text) {
  return text.replaceAll("[ ", "[").replaceAll(" ]", "]");
}
