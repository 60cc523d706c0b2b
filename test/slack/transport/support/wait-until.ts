/** Resolves with the first answer that holds; asked again and again, for what nobody announces. Rejects naming `what`. */
export async function waitUntil<Answer>(
  what: string,
  condition: () => Answer,
): Promise<Exclude<Answer, false | null | undefined>> {
  const giveUpAt = performance.now() + 4000;
  for (;;) {
    const answer = condition();
    if (holds(answer)) return answer;
    if (performance.now() > giveUpAt) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function holds<Answer>(answer: Answer): answer is Exclude<Answer, false | null | undefined> {
  return Boolean(answer);
}
