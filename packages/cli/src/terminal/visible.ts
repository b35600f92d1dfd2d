// One meaning of "visible" for every view and every question: the router's.
export { visible, visibleLines } from "@modelpref/router/words";
