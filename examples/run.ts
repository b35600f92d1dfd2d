// npm run example [-- NAME]: runs one of the examples in clients, or lists them.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const names = readdirSync(new URL("clients", import.meta.url))
  .filter((file) => file.endsWith(".js"))
  .map((file) => file.slice(0, -".js".length));

const [name, ...more] = process.argv.slice(2);
if (name === undefined) {
  console.log(`npm run example -- NAME, where NAME is one of\n\n${names.map((each) => `  ${each}`).join("\n")}\n`);
  console.log("What each one shows: examples/README.md");
} else if (!names.includes(name)) {
  console.error(`There is no example ${JSON.stringify(name)}; there are ${names.join(", ")}.`);
  process.exitCode = 2;
} else {
  // In the folder examples, where they name their files from.
  const { status } = spawnSync(process.execPath, [`dist/clients/${name}.js`, ...more], {
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    stdio: "inherit",
  });
  process.exitCode = status ?? 1;
}
