import { Client, InMemoryTransport } from "@modelcontextprotocol/client";
import { Server as ServerV1 } from "@modelcontextprotocol/sdk/server/index.js";
import { Server as ServerV2 } from "@modelcontextprotocol/server";
import { expect, test } from "vitest";
import { approvals, type Elicit, elicitationApproval } from "../../src/governance/approval/index.ts";
import { createSamplingHandler } from "../../src/index.ts";
import { answering } from "../kit/backends.ts";
import { createTestRouter } from "../kit/catalog.ts";
import { request } from "../kit/requests.ts";

type Form = { message: string; requestedSchema: { properties: Record<string, { enum: string[] }> } };
type Shown = { action: "accept" | "decline" | "cancel"; content?: Record<string, string> };
const INFO = { name: "test", version: "1" };

/** Both SDKs' way to ask a user, from a server whose client shows what `show` does. */
const SERVERS: ReadonlyMap<string, (show: (form: Form) => Shown | Promise<Shown>) => Promise<Elicit>> = new Map<
  string,
  (show: (form: Form) => Shown | Promise<Shown>) => Promise<Elicit>
>([
  [
    "SDK v1",
    async (show) => {
      const server = new ServerV1(INFO, { capabilities: {} });
      await connect(server, show);
      return (params, options) => server.elicitInput(params, options);
    },
  ],
  [
    "SDK v2",
    async (show) => {
      const server = new ServerV2(INFO, { capabilities: {} });
      await connect(server, show);
      return (params, options) => server.elicitInput(params, options);
    },
  ],
]);

async function connect(
  server: { connect: (transport: never) => Promise<void> },
  show: (form: Form) => Shown | Promise<Shown>,
): Promise<void> {
  const client = new Client(INFO, { capabilities: { elicitation: { form: {} } } });
  client.setRequestHandler("elicitation/create", ({ params }) => show(params as Form));
  const [near, far] = InMemoryTransport.createLinkedPair();
  await Promise.all([server.connect(far as never), client.connect(near)]);
}

function handlerWith(elicit: Elicit, deadlineMs = 5000) {
  return createSamplingHandler({
    router: createTestRouter(),
    backend: answering(({ model }) => `from ${model}`),
    server: "translate",
    deadlineMs,
    ...approvals({ ask: elicitationApproval(elicit), rules: [{ ask: { firstUse: true } }] }),
  });
}

for (const [name, start] of SERVERS) {
  test(`${name}: asks, lets another model be chosen, remembers, and reviews answers`, async () => {
    const forms: Form[] = [];
    const replies: Shown[] = [
      { action: "accept", content: { decision: "once", model: "one/small" } },
      { action: "accept", content: { decision: "once" } },
      { action: "accept", content: { decision: "send" } },
      { action: "accept", content: { decision: "server" } },
    ];
    const handler = handlerWith(
      await start((form) => {
        forms.push(form);
        return replies.shift() ?? { action: "cancel" };
      }),
    );
    for (const model of ["small", "big", "big"]) expect((await handler(request())).model).toBe(model);
    expect(forms.map(({ requestedSchema }) => requestedSchema.properties["decision"]?.enum)).toEqual([
      ["once", "server", "deny", "refuse"],
      ["once", "server", "deny", "refuse"],
      ["send", "refuse"],
      ["once", "server", "deny", "refuse"],
    ]);
    expect(forms[1]?.message).toMatch(/Model {7}one\/small\. /);
  });

  test.for<[string, Shown]>([
    ["declines", { action: "decline" }],
    ["cancels", { action: "cancel" }],
    ["refuses", { action: "accept", content: { decision: "refuse" } }],
  ])(`${name}: who %s refuses`, async ([, shown]) => {
    const handler = handlerWith(await start(() => shown));
    await expect(handler(request())).rejects.toMatchObject({ code: -1 });
  });

  test(`${name}: who refuses the server for good is not asked again`, async () => {
    let asked = 0;
    const handler = handlerWith(
      await start(() => {
        asked += 1;
        return { action: "accept", content: { decision: "deny" } };
      }),
    );
    for (let count = 0; count < 2; count++) await expect(handler(request())).rejects.toMatchObject({ code: -1 });
    expect(asked).toBe(1);
  });

  test(`${name}: nobody answers: a refusal at the deadline`, async () => {
    const handler = handlerWith(await start(() => new Promise(() => {})), 200);
    await expect(handler(request())).rejects.toMatchObject({ code: -1 });
  });
}

test.for<[string, unknown]>([
  ["no content", { action: "accept" }],
  ["a decision that was not offered", { action: "accept", content: { decision: "always" } }],
  ["allow as the action", { action: "allow", content: { decision: "once" } }],
])("a client that answers %s allows nothing", async ([, reply]) => {
  const handler = handlerWith(async () => reply as never);
  await expect(handler(request())).rejects.toMatchObject({ code: -1 });
});
