import { dirname } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Properties of whole routers, which take a second or two. */
const SLOW = /\/invariants\/|\/what-if\.test\.ts$/;

/** The tests near the mutated file first: most mutants fall there, and the rest is not run. */
class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const [mutated = ""] = [this.ctx.config.related ?? []].flat();
    const distance = ({ moduleId }: TestSpecification): number => {
      if (SLOW.test(moduleId)) return 3;
      if (moduleId === mutated.replace(/\.ts$/, ".test.ts")) return 0;
      return mutated.startsWith(dirname(moduleId)) ? 1 : 2;
    };
    return files.toSorted((a, b) => distance(a) - distance(b));
  }
}

// The tests with which Stryker judges a mutant of the router: those that state what it promises.
export default defineConfig({
  test: {
    include: ["packages/router/src/**/*.test.ts", "packages/router/test/invariants/*.test.ts"],
    setupFiles: ["./vitest.setup.ts"],
    sequence: { sequencer: NearestFirst },
    isolate: false,
    testTimeout: 60_000,
    // The same inputs in every run: Stryker compares what each test does with and without a mutant.
    env: { FC_SEED: "20261122", INVARIANT_RUNS: "30", INVARIANT_SHRINK: "no" },
  },
});
