import { expect, test } from "vitest";
import { argumentsFor, type OfferedTool, toolNamedIn } from "./tool-call.ts";

const tool = (name: string, properties: object = {}): OfferedTool => ({
  type: "function",
  function: { name, parameters: { type: "object", properties: properties as Record<string, object> } },
});
const write = () => "some words";

test("a text speaks of a tool by its name, or by a parameter of it", () => {
  const tools = [tool("get_weather", { city: { type: "string" } }), tool("send-mail")];
  const named = (text: string) => toolNamedIn(text, tools)?.function.name;
  expect(named("Get me the weather, please")).toBe("get_weather");
  expect(named("Which city?")).toBe("get_weather");
  expect(named("Send a mail")).toBe("send-mail");
  expect(named("Tell a story")).toBeUndefined();
});

test("arguments fit the schema, and take from the text what it says", () => {
  const text = "Get the weather in the city Oslo for 3 days in celsius";
  const offered = tool("get_weather", {
    city: { type: "string" },
    days: { type: "integer" },
    unit: { enum: ["fahrenheit", "celsius"] },
    isLong: { type: "boolean" },
    notes: { type: "array", items: { type: "string" } },
    options: { type: "object", properties: { level: { type: "number", minimum: 2 } } },
  });
  expect(argumentsFor(offered, text, write)).toEqual({
    city: "Oslo",
    days: 3,
    unit: "celsius",
    isLong: true,
    notes: ["some words"],
    options: { level: 3 },
  });
  expect(argumentsFor(tool("ping"), text, write)).toEqual({});
});
