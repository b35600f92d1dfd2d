import { processIo } from "../process-io.ts";
import { demo } from "./demo.ts";

process.exitCode = await demo(processIo());
