import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Properties of whole routers, which take a second or two. */
const SLOW = /\/invariants\/|\/what-if\.test\.ts$/;

/** The tests of single files first: they are quick, and most mutants fall there. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification): boolean => SLOW.test(moduleId);
    return [...files.filter((file) => !isSlow(file)), ...files.filter(isSlow)];
  }
}

// The tests with which Stryker judges a mutant of the router: those that state what it promises.
export default defineConfig({
  test: {
    include: ["packages/router/src/**/*.test.ts", "packages/router/test/invariants/*.test.ts"],
    setupFiles: ["./vitest.setup.ts"],
    sequence: { sequencer: QuickFirst },
    isolate: false,
    testTimeout: 60_000,
    // The same inputs in every run: Stryker compares what each test does with and without a mutant.
    env: { FC_SEED: "20261122", INVARIANT_RUNS: "30", INVARIANT_SHRINK: "no" },
  },
});
