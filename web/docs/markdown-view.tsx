/** Markdown in the look of the page. */
import { Fragment } from 'preact';
import { hrefOfLink } from './guides.ts';
import type { Block, Cell, Inline } from './markdown.ts';

export function MarkdownView({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <>
      {blocks.map((block, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text does not change its order
        <BlockShown key={position} block={block} />
      ))}
    </>
  );
}

function BlockShown({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${Math.min(block.level, 4)}` as 'h1' | 'h2' | 'h3' | 'h4';
      return (
        <Heading id={block.anchor}>
          <Parts parts={block.parts} />
        </Heading>
      );
    }
    case 'code':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
        <pre tabIndex={0}>
          <code>{block.text}</code>
        </pre>
      );
    case 'list': {
      const List = block.isNumbered ? 'ol' : 'ul';
      return (
        <List>
          {block.items.map((item, position) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a text does not change its order
            <li key={position} style={{ marginLeft: `${item.depth * 1.2}rem` }}>
              <Parts parts={item.parts} />
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return <TableShown header={block.header} rows={block.rows} />;
    case 'quote':
      return (
        <blockquote>
          <Parts parts={block.parts} />
        </blockquote>
      );
    default:
      return (
        <p>
          <Parts parts={block.parts} />
        </p>
      );
  }
}

function TableShown({
  header,
  rows,
}: {
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section class="scroll" tabIndex={0} aria-label="Table">
      <table class="figures guide-table">
        <thead>
          <tr>
            {header.map((cell, position) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a text does not change its order
              <th key={position} scope="col">
                <Parts parts={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a text does not change its order
            <tr key={line}>
              {row.map((cell, position) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a text does not change its order
                <td key={position}>
                  <Parts parts={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Parts({ parts }: { readonly parts: readonly Inline[] }) {
  return (
    <>
      {parts.map((part, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text does not change its order
        <Fragment key={position}>
          <Part part={part} />
        </Fragment>
      ))}
    </>
  );
}

function Part({ part }: { readonly part: Inline }) {
  if (part.kind === 'text') return <>{part.text}</>;
  if (part.kind === 'code') return <code>{part.text}</code>;
  if (part.kind === 'strong') {
    return (
      <strong>
        <Parts parts={part.parts} />
      </strong>
    );
  }
  if (part.kind === 'emphasis') {
    return (
      <em>
        <Parts parts={part.parts} />
      </em>
    );
  }
  const href = hrefOfLink(part.href);
  return href === null ? (
    <Parts parts={part.parts} />
  ) : (
    <a href={href}>
      <Parts parts={part.parts} />
    </a>
  );
}
