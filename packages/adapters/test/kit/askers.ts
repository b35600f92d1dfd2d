import type {
  AnswerQuestion,
  AnswerReply,
  Asker,
  RequestQuestion,
  RequestReply,
} from "../../src/governance/approval/index.ts";

/** Somebody who replies as a test says, and what they were asked. */
export type RecordingAsker = Asker & { requests: RequestQuestion[]; answers: AnswerQuestion[] };

/** Makes one; allows what nothing is said about. */
export function replying(
  toRequest: (question: RequestQuestion, signal: AbortSignal) => RequestReply | Promise<RequestReply> = () => ({
    action: "allow",
  }),
  toAnswer: (question: AnswerQuestion, signal: AbortSignal) => AnswerReply | Promise<AnswerReply> = () => ({
    action: "allow",
  }),
): RecordingAsker {
  const requests: RequestQuestion[] = [];
  const answers: AnswerQuestion[] = [];
  return {
    requests,
    answers,
    askRequest: (question, { signal }) => {
      requests.push(question);
      return toRequest(question, signal);
    },
    askAnswer: (question, { signal }) => {
      answers.push(question);
      return toAnswer(question, signal);
    },
  };
}
