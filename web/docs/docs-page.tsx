export function DocsPage(_props: Record<string, unknown>) {
  return <p>soon</p>;
}
