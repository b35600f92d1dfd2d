/** How much of the time that a call may take is left at a moment of `performance.now()`: 1 is all of it. */
export type ShareLeft = (moment: number) => number;

/** Who waited so long that less is left does not begin: it would most likely be cut off. */
const LEAST_TO_BEGIN = 1 / 2;
/** Of a model that had less nobody can say that it is late. */
const LEAST_TO_BLAME = 1 / 4;

/** Of a call that is asked for now, and must have ended at a moment. */
export function shareLeftUntil(end: number): ShareLeft {
  const whole = end - performance.now();
  return (moment) => (whole > 0 ? (end - moment) / whole : 0);
}

/** Whether a call that waited until now has enough time left to be made. */
export function mayBegin(shareLeft: ShareLeft): boolean {
  return shareLeft(performance.now()) >= LEAST_TO_BEGIN;
}

/** Whether a call that began at a moment left the model enough time to answer. */
export function hadFairTime(shareLeft: ShareLeft, start: number): boolean {
  return shareLeft(start) >= LEAST_TO_BLAME;
}
