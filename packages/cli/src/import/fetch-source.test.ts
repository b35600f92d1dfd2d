import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readText } from "../input/read-text.ts";
import { BadInput } from "../problems/problem.ts";
import { fetchSource, isAddress } from "./fetch-source.ts";

/** Does something with a server on this machine. */
async function withServer(answer: RequestListener, work: (address: string) => Promise<void>): Promise<void> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** The text at an address, or what is said of it. */
async function textAt(address: string, most = 1e6, patience = 20_000): Promise<string> {
  try {
    return await readText(await fetchSource(address, patience), most);
  } catch (error) {
    if (error instanceof BadInput) return error.problems.map(({ file, message }) => `${file}: ${message}`).join();
    throw error;
  }
}

test("only http and https are addresses", () => {
  expect(["http://a", "HTTPS://a", "ftp://a", "file:///a", "a.json", "https:"].filter(isAddress)).toEqual([
    "http://a",
    "HTTPS://a",
  ]);
});

test("a text, packed or not, and redirections", async () => {
  const answer: RequestListener = ({ url }, response) => {
    if (url === "/start") response.writeHead(302, { location: "/end" }).end();
    else if (url === "/packed") response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("packed"));
    else if (url === "/round") response.writeHead(302, { location: "/round" }).end();
    else if (url === "/out") response.writeHead(302, { location: "file:///etc/hosts" }).end();
    else if (url === "/end") response.end("the end");
    else response.writeHead(404).end("no");
  };
  await withServer(answer, async (address) => {
    expect(await textAt(`${address}/start`)).toBe("the end");
    expect(await textAt(`${address}/packed`)).toBe("packed");
    expect(await textAt(`${address}/round`)).toBe(`${address}/round: redirects more than 5 times`);
    expect(await textAt(`${address}/out`)).toBe(`${address}/out: redirects to what is no safe address`);
    expect(await textAt(`${address}/none?key=secret`)).toBe(`${address}/none?…: answers with status 404, expected 200`);
  });
});

test("too much is refused while it comes, unpacked too", async () => {
  const bomb = gzipSync(Buffer.alloc(20_000_000));
  const answer: RequestListener = ({ url }, response) => {
    if (url === "/bomb") return void response.writeHead(200, { "content-encoding": "gzip" }).end(bomb);
    const chunk = "x".repeat(100_000);
    const write = (): void => void (response.write(chunk) ? setImmediate(write) : response.once("drain", write));
    response.on("error", () => {});
    return write();
  };
  await withServer(answer, async (address) => {
    expect(await textAt(`${address}/endless`)).toMatch(/is larger than 1 MB$/);
    expect(await textAt(`${address}/bomb`)).toMatch(/is larger than 1 MB$/);
  });
});

test("a server that does not answer, stops in the middle, or is not there", async () => {
  await withServer(
    ({ url }, response) => {
      if (url === "/half") response.writeHead(200, { "content-length": "100" }).write("half", () => response.destroy());
    },
    async (address) => {
      expect(await textAt(`${address}/silent`, 1e6, 100)).toBe(`${address}/silent: takes too long to answer`);
      expect(await textAt(`${address}/half`)).toMatch(/half: cannot be reached: /);
    },
  );
  expect(await textAt("http://127.0.0.1:1/")).toMatch(/^http:\/\/127\.0\.0\.1:1\/: cannot be reached: /);
});

test("a user name or password in an address is refused and not repeated", async () => {
  const said = await textAt("http://user:secret@127.0.0.1:1/list");
  expect(said).toBe("http://127.0.0.1:1/list: may not hold a user name or password");
  expect(await textAt("http://")).toBe("http://: is no address");
});
