import { metrics, trace } from "@opentelemetry/api";
import { expect, test } from "vitest";
import { answering } from "../../../test/kit/backends.ts";
import { createTestRouter } from "../../../test/kit/catalog.ts";
import { startCollector } from "../../../test/kit/collector.ts";
import { request } from "../../../test/kit/requests.ts";
import { named, observed, SECRETIVE, withContexts } from "../../../test/kit/telemetry.ts";
import { createSamplingHandler } from "../../index.ts";
import { telemetry } from "./telemetry.ts";

withContexts();

test("nothing of what a server sends is exported, and not even its name as a metric", async () => {
  const { handler, spans, metrics: exported } = observed();
  await handler(SECRETIVE);
  await handler(request({ messages: [{ role: "user", content: { type: "SECRET" } as never }] })).catch(() => {});
  expect(JSON.stringify(await exported())).not.toContain("SECRET");
  const told = spans().map(({ name, attributes, events, status }) => ({ name, attributes, events, status }));
  expect(JSON.stringify(told).replaceAll('"modelpref.server":"SECRET server"', "")).not.toContain("SECRET");
});

test("however many names servers think of, there are no more series", async () => {
  const { handler, metrics: exported } = observed({ server: () => `server ${Math.random()}` });
  const hostile = (at: number) =>
    request({ modelPreferences: { hints: [{ name: `hint ${at}` }], costPriority: at / 300 }, systemPrompt: `${at}` });
  for (let at = 0; at < 300; at++) await handler(hostile(at));
  const series = (await exported()).map(({ points }) => points.length);
  expect(Math.max(...series)).toBeLessThanOrEqual(2);
});

test("an SDK that throws fails no request", async () => {
  const broken = new Proxy(
    {},
    {
      get: () => () => {
        throw new Error("out of order");
      },
    },
  ) as never;
  const { handler } = observed({}, { tracerProvider: broken, meterProvider: broken });
  expect((await handler(request())).model).toBe("small-2026");
});

test("without an SDK nothing happens; one that starts later is found", async () => {
  const collector = startCollector();
  const handler = createSamplingHandler({
    router: createTestRouter(),
    backend: answering(() => "x"),
    approveRequest: "allow",
    practices: [telemetry()],
  });
  metrics.setGlobalMeterProvider(collector.meterProvider);
  trace.setGlobalTracerProvider(collector.tracerProvider);
  await handler(request());
  metrics.disable();
  trace.disable();
  expect(collector.spans()).toHaveLength(2);
  expect(named(await collector.metrics(), "modelpref.decisions")).toHaveLength(1);
});
