import { expect, test } from "vitest";
import { collect } from "./collect.ts";
import { BadInput } from "./problem.ts";

const bad = (message: string) => Promise.reject(new BadInput([{ code: "usage", message }]));

test("both results", async () => {
  await expect(collect(Promise.resolve(1), Promise.resolve("a"))).resolves.toEqual([1, "a"]);
});

test("the problems of both", async () => {
  await expect(collect(bad("one"), bad("two"))).rejects.toMatchObject({
    problems: [{ message: "one" }, { message: "two" }],
  });
});

test("what is no problem of the user goes on", async () => {
  await expect(collect(Promise.reject(new TypeError("bug")), bad("two"))).rejects.toThrow(TypeError);
});
