/** What went wrong with what stands before it, said at once. */
export function Problem({ text }: { readonly text: string | null }) {
  return (
    <span role="alert" class="problem-place">
      {text === null ? null : <span class="problem">{text}</span>}
    </span>
  );
}
