import { connect } from "node:net";
import { expect } from "vitest";
import { type RedisServer, redisTest } from "./redis.ts";

/** Sends commands in the inline form and gives all that comes back. */
function say({ port }: RedisServer, ...commands: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const socket = connect(port, "127.0.0.1").once("error", reject);
    socket.on("data", (data) => {
      said += data;
    });
    socket.once("close", () => resolve(said));
    socket.write([...commands, "QUIT", ""].join("\r\n"));
  });
}

redisTest("a server forgets all when it is started again", async (redis) => {
  expect(await say(redis, "SET a 1")).toContain("+OK");
  await redis.restart();
  expect(await say(redis, "GET a")).toContain("$-1");
});

redisTest(
  "a server that keeps forgets nothing, and asks for its password",
  async (redis) => {
    expect(await say(redis, "SET a seven")).toMatch(/^-NOAUTH/);
    await say(redis, "AUTH secret", "SET a seven");
    await redis.restart();
    expect(await say(redis, "AUTH secret", "GET a")).toContain("seven");
  },
  { password: "secret", keep: true },
);
