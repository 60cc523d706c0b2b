/** People in a row: "Mia", "Mia and Ben", "Mia, Ben and Cleo". */
export function listed(people: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(people);
}

/** "Mia is", "Mia and Ben are". */
export function listedAre(people: readonly string[]): string {
  return `${listed(people)} ${people.length === 1 ? 'is' : 'are'}`;
}
