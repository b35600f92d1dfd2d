import type { AudioBlock, ImageBlock } from "../../protocol/blocks.ts";
import { BackendError } from "../backend-error.ts";

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const TYPES = { image: /^image\/[\w.+-]{1,100}$/i, audio: /^audio\/[\w.+-]{1,100}$/i };

/**
 * A picture or a recording that is what it says. The AI SDK takes data that reads as an address for an address and
 * fetches it: a server could reach into the user's network. Throws a `BackendError`, `rejected`.
 */
export function checkMedia<Block extends ImageBlock | AudioBlock>(block: Block): Block {
  if (!TYPES[block.type].test(block.mimeType)) {
    throw new BackendError("rejected", `The request holds ${block.type} data of another type.`);
  }
  if (!BASE64.test(block.data)) {
    throw new BackendError("rejected", `The request holds ${block.type} data that is not base64.`);
  }
  return block;
}
