/** Markdown in the look of the page. */
import type { MarkedToken, Token, Tokens } from 'marked';
import { Fragment } from 'preact';
import { hrefOfLink } from './guides.ts';
import { anchorOf, known } from './markdown.ts';

/** Tokens one after another. */
export function MarkdownView({ tokens }: { readonly tokens: readonly Token[] | undefined }) {
  return (
    <>
      {known(tokens).map((token, position) => (
        <Fragment key={position}>
          <Shown token={token} />
        </Fragment>
      ))}
    </>
  );
}

function Shown({ token }: { readonly token: MarkedToken }) {
  switch (token.type) {
    case 'heading': {
      const Heading = `h${Math.min(token.depth, 4)}` as 'h1' | 'h2' | 'h3' | 'h4';
      return (
        <Heading id={anchorOf(token.text)}>
          <MarkdownView tokens={token.tokens} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p>
          <MarkdownView tokens={token.tokens} />
        </p>
      );
    case 'blockquote':
      return (
        <blockquote>
          <MarkdownView tokens={token.tokens} />
        </blockquote>
      );
    case 'code':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
        <pre tabIndex={0}>
          <code>{token.text}</code>
        </pre>
      );
    case 'list':
      return <ListShown list={token} />;
    case 'table':
      return <TableShown table={token} />;
    case 'strong':
      return (
        <strong>
          <MarkdownView tokens={token.tokens} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <MarkdownView tokens={token.tokens} />
        </em>
      );
    case 'codespan':
      return <code>{token.text}</code>;
    case 'link':
      return <LinkShown link={token} />;
    case 'image':
    case 'escape':
      return <>{token.text}</>;
    case 'text':
      if (token.tokens !== undefined) return <MarkdownView tokens={token.tokens} />;
      return <>{token.text}</>;
    default:
      return null;
  }
}

function LinkShown({ link }: { readonly link: Tokens.Link }) {
  const href = hrefOfLink(link.href);
  const text = <MarkdownView tokens={link.tokens} />;
  return href === null ? text : <a href={href}>{text}</a>;
}

function ListShown({ list }: { readonly list: Tokens.List }) {
  const List = list.ordered ? 'ol' : 'ul';
  return (
    <List>
      {list.items.map((item, position) => (
        <li key={position}>
          <MarkdownView tokens={item.tokens} />
        </li>
      ))}
    </List>
  );
}

function TableShown({ table }: { readonly table: Tokens.Table }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section class="scroll" tabIndex={0} aria-label="Table">
      <table class="figures guide-table">
        <thead>
          <tr>
            {table.header.map((cell, position) => (
              <th key={position} scope="col">
                <MarkdownView tokens={cell.tokens} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, line) => (
            <tr key={line}>
              {row.map((cell, position) => (
                <td key={position}>
                  <MarkdownView tokens={cell.tokens} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
