export function DataPage(_props: Record<string, unknown>) {
  return <p>soon</p>;
}
