import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";

type Measured = { median: number; best: number; calls: number };
type Size = {
  models: number;
  warm: Record<string, Measured>;
  cold: Record<string, number>;
  memory: Record<string, number>;
  agreement: { requests: number; bothAnswer: number; oneAnswers: number; samePick: number };
};
type Benchmark = {
  schema: string;
  machine: { node: string; cores: number };
  sizes: Size[];
  hostile: { requests: number; mostBytes: number };
  growth: { picks: number; bytes: number };
  targets: { name: string; unit: string; limit: number; value?: number; met?: boolean; needs?: string }[];
};

const bench = fileURLToPath(new URL("../bench/run.mjs", import.meta.url));

function runBench(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [bench, ...args], { encoding: "utf8" });
}

describe("npm run bench -- --quick --json", () => {
  let measured: Benchmark;
  beforeAll(() => {
    const { status, stdout, stderr } = runBench("--quick", "--json");
    expect(status, stderr).toBe(0);
    measured = JSON.parse(stdout);
  });

  test("says what it is and where it ran", () => {
    expect(measured.schema).toBe("modelpref-bench/1");
    expect(measured.machine.node).toBe(process.version);
    expect(measured.sizes.map(({ models }) => models)).toEqual([10, 100]);
  });

  test("every contender has a time, and every first request", () => {
    for (const { warm, cold, memory } of measured.sizes) {
      expect(Object.keys(warm)).toEqual(
        expect.arrayContaining(["naive", "plain", "pick", "rank3", "explain4", "scan"]),
      );
      const times = Object.values(warm).flatMap(({ median, best, calls }) => [median, best, calls]);
      const all = [...times, ...Object.values(cold)];
      expect(all.filter((value) => !Number.isFinite(value) || value <= 0)).toEqual([]);
      expect(Object.values(memory).every(Number.isFinite)).toBe(true);
    }
  });

  test("both routers answer every request of the mix: the comparison is between answers", () => {
    for (const { agreement } of measured.sizes) {
      expect(agreement.requests).toBeGreaterThanOrEqual(512);
      expect(agreement).toMatchObject({ bothAnswer: agreement.requests, oneAnswers: 0 });
    }
  });

  test("each promise is judged, or left open where the run was too small", () => {
    expect(measured.targets).toHaveLength(11);
    for (const { value, met, needs } of measured.targets) {
      expect([value === undefined, met === undefined]).toEqual([needs !== undefined, needs !== undefined]);
    }
    expect(measured.targets.filter(({ met }) => met !== undefined).map(({ name }) => name)).toEqual([
      "pick at 100 models, warm",
    ]);
  });
});

test("promises of sizes that were not asked for say which they need", () => {
  const { status, stdout, stderr } = runBench("--quick", "--sizes", "10");
  expect(status, stderr).toBe(0);
  const promises = stdout.slice(stdout.indexOf("Promises")).trim().split("\n").slice(1);
  expect(promises).toHaveLength(11);
  expect(
    promises.filter((line) => !/^ {2}not measured {2}[^:]+: needs (--sizes|--hostile|a run without) /.test(line)),
  ).toEqual([]);
  expect(stdout).toContain("growth of pick from 1,000 to 100,000 models: needs --sizes 1000,100000");
  expect(stdout).not.toContain("NaN");
});

test("a number of hostile requests that is none is refused, with what was expected", () => {
  const { status, stderr } = runBench("--hostile", "many");
  expect(status).toBe(2);
  expect(stderr).toContain('--hostile: expected a whole number above 0, received "many"');
});
