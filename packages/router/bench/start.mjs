// A process that makes one router and answers twice: what a program pays that has just started and whose code nothing
// has warmed up. Prints milliseconds as JSON.
import { createRouter } from "@modelpref/router";
import { createCatalog } from "./catalog.mjs";
import { millisecondsOf } from "./measure.mjs";
import { USUAL } from "./requests.mjs";

const catalog = createCatalog(Number(process.argv[2]));
let router;
const create = millisecondsOf(() => {
  router = createRouter(catalog);
});
const firstUnhinted = millisecondsOf(() => router.pick({}));
const firstHinted = millisecondsOf(() => router.pick(USUAL));
console.log(JSON.stringify({ create, firstUnhinted, firstHinted }));
