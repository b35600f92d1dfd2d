import type { Media } from "./media.ts";

/*
 * Providers count media in pixels, seconds and pages, of which a request shows only bytes. These figures lean to
 * the dear side of what the large providers document (2026-11), since a limit on cost must not be slipped past.
 */

/** A picture at the size Claude scales larger ones down to (about 1.15 megapixels, 1 token for 750 pixels). */
const TOKENS_OF_IMAGE = 1600;

/** Gemini: 32 tokens for a second of sound, and about 300 for a second of video with its sound. */
const TOKENS_PER_SECOND_OF_AUDIO = 32;
const TOKENS_PER_SECOND_OF_VIDEO = 300;

/** Claude reads a page of a PDF as a picture (1,600) and as its text (1,500 to 3,000). */
const TOKENS_OF_PDF_PAGE = 3600;

/** Speech at 16,000 samples of 16 bits, and an ordinary compressed recording at 64 kbit/s. */
const BYTES_PER_SECOND_OF_WAVE = 32_000;
const BYTES_PER_SECOND_OF_AUDIO = 8_000;

/** A small compressed film, 1 Mbit/s. */
const BYTES_PER_SECOND_OF_VIDEO = 125_000;

/** A page of text with a few pictures; scans are larger, so they count as more pages than they are. */
const BYTES_OF_PDF_PAGE = 50_000;

const WAVE_TYPES: ReadonlySet<string> = new Set(["audio/wav", "audio/wave", "audio/x-wav", "audio/vnd.wave"]);

/** Tokens of a picture, a recording or a document: its size at the figures above, a whole unit at least. */
export function mediaTokens({ kind, mimeType, bytes }: Media): number {
  switch (kind) {
    case "image":
      return TOKENS_OF_IMAGE;
    case "audio":
      return (
        units(bytes, WAVE_TYPES.has(mimeType) ? BYTES_PER_SECOND_OF_WAVE : BYTES_PER_SECOND_OF_AUDIO) *
        TOKENS_PER_SECOND_OF_AUDIO
      );
    case "video":
      return units(bytes, BYTES_PER_SECOND_OF_VIDEO) * TOKENS_PER_SECOND_OF_VIDEO;
    case "pdf":
      return units(bytes, BYTES_OF_PDF_PAGE) * TOKENS_OF_PDF_PAGE;
  }
}

function units(bytes: number, bytesOfUnit: number): number {
  return Math.max(1, Math.ceil(bytes / bytesOfUnit));
}
