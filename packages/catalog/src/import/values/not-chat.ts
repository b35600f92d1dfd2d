/** Words of names of models that do not chat. The last resort, for lists that do not say what a model is. */
const WORDS: ReadonlySet<string> = new Set([
  "embed",
  "embedding",
  "embeddings",
  "rerank",
  "reranker",
  "tts",
  "stt",
  "whisper",
  "transcribe",
  "transcription",
  "moderation",
  "ocr",
]);

/** The word of a model's name that says it does not chat, if there is one. */
export function wordOfAnotherKind(name: string): string | undefined {
  return name
    .toLowerCase()
    .split(/[^a-z]+/)
    .find((word) => WORDS.has(word));
}
