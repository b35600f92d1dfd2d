import { fc, test as property } from "@fast-check/vitest";
import { expect, test } from "vitest";
import { CATALOG, createTestRouter } from "../../../../test/kit/catalog.ts";
import { params } from "../../../../test/kit/requests.ts";
import { measureRequest } from "../../../measure/index.ts";
import type { SamplingParams } from "../../../protocol/sampling.ts";
import type { RequestQuestion } from "../question.ts";
import { describeAnswerQuestion, describeRequestQuestion } from "./describe-question.ts";

const candidates = [
  { id: "one/big", expectedUsd: 0.0018, worstUsd: 0.004 },
  { id: "one/small", expectedUsd: 0.0002, worstUsd: 0.0004 },
  { id: "two/other", expectedUsd: undefined, worstUsd: undefined },
];

const modalities = { input: ["text", "image"], output: ["text"] };
const models = CATALOG.models.map((model) => ({ ...model, modalities }));
const router = createTestRouter({ ...CATALOG, models });

function questionOf(asked: SamplingParams, more: Partial<RequestQuestion> = {}): RequestQuestion {
  const { modelPreferences } = asked;
  const explanation = router.explain({ ...measureRequest(asked), modelPreferences });
  const about = { server: "translate", inToolCall: true, reason: "first-use", canRemember: true } as const;
  return { ...about, params: asked, explanation, candidates, ...more };
}

test("a request", () => {
  const asked = params({
    systemPrompt: "You are a translator.",
    messages: [
      {
        role: "user",
        content: [
          { type: "text", text: "Hello\nthere" },
          { type: "image", data: "A".repeat(4000), mimeType: "image/png" },
        ],
      },
    ],
    tools: [{ name: "lookup", inputSchema: {} }],
  });
  expect(describeRequestQuestion(questionOf(asked), 100)).toEqual([
    'Request     of the server "translate", inside a tool call of yours',
    "Prompt      1 message, 65 characters, about 1623 tokens, a system prompt, 1 image (3 kB), 1 tool:",
    '            "lookup"; at most 100 tokens back',
    "  | system: You are a translator.",
    "  | user: Hello",
    "  | there",
    "  | [image/png, 3 kB]",
    "Model       one/big. No hint was given; of all 3 models it scores best on intelligence 1.",
    "Cost        $0.0018 expected, $0.004 with the longest answer",
    "If it fails one/small ($0.0004 with the longest answer) and two/other (price not known)",
    "You decide  because nobody allowed such requests of this server yet",
  ]);
});

test("models that cost nothing are free", () => {
  const free = candidates.map(({ id }) => ({ id, expectedUsd: 0, worstUsd: 0 }));
  const lines = describeRequestQuestion(questionOf(params(), { candidates: free }), 100);
  expect(lines).toContain("Cost        free");
  expect(lines).toContain("If it fails one/small (free) and two/other (free)");
});

test("an answer", () => {
  const { explanation } = questionOf(params());
  const result = { model: "big", role: "assistant", content: { type: "text", text: "Bonjour" } } as const;
  const question = {
    server: undefined,
    inToolCall: false,
    reason: "always",
    model: "one/big",
    result,
    explanation,
  } as const;
  expect(describeAnswerQuestion(question, 80)).toEqual([
    "Answer      for a server without a name, outside of any tool call of yours",
    "Model       one/big",
    "Text        7 characters",
    "  | Bonjour",
    "You decide  because such requests are always asked about",
  ]);
});

test("of a long prompt the beginning is shown, and how long it is", () => {
  const asked = params({ messages: [{ role: "user", content: { type: "text", text: "\n".repeat(5000) } }] });
  const lines = describeRequestQuestion(questionOf(asked), 80);
  expect(lines.filter((line) => line.startsWith("  |"))).toHaveLength(12);
  expect(lines).toContain("  (this is the beginning of 5006 characters)");
});

const LABELS =
  /^(?: {12}|(?:Request|Prompt|Model|Cost|If it fails|You decide) +\S| {2}\||\s{2}\(this is the beginning of \d+ characters\)$)/;
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        "\n",
        "Model       one/cheap\n",
        "\u001b[2J",
        "\r",
        "  | ",
        "Cost        $0\n",
        "\u202e",
        " ",
        "x",
        "字",
      ),
    )
    .map((parts) => parts.join("")),
);

property.prop([anyText, anyText, anyText, anyText, fc.integer({ min: 30, max: 120 })])(
  "whatever a server writes, each line is marked as its own or begins as one of ours, fits, and hides nothing",
  (words, server, tool, hint, columns) => {
    const asked = params({
      systemPrompt: words,
      messages: [{ role: "user", content: { type: "text", text: words } }],
      tools: [{ name: tool, inputSchema: {} }],
      modelPreferences: { hints: [{ name: hint }] },
    });
    const lines = describeRequestQuestion(questionOf(asked, { server }), columns);
    for (const line of lines) {
      expect(line).not.toMatch(HIDDEN);
      expect(line).toMatch(LABELS);
    }
    const ours = lines.filter((line) => !line.startsWith("  |") && !line.startsWith("    "));
    const labels = ours.map((line) => line.slice(0, 12).trim()).filter((label) => !label.startsWith("(this"));
    expect(labels).toEqual(["Request", "Prompt", "Model", "Cost", "If it fails", "You decide"]);
    const widest = Math.max(...lines.filter((line) => !line.includes("(this")).map((line) => [...line].length));
    expect(widest).toBeLessThanOrEqual(columns);
  },
);
