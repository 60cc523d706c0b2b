/** As the `times` of a fault: so often that it stays until it is cleared. */
export const untilCleared = 1_000_000;
