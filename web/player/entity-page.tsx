export function EntityPage(_props: Record<string, unknown>) {
  return <p>soon</p>;
}
