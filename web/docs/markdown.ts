/** The Markdown of the guides, as `marked` reads it; what is shown is made of its tokens, and never HTML. */
import { lexer, type MarkedToken, type Token } from 'marked';

/** Blocks of a page. Comments are left out. */
export function readBlocks(text: string): readonly MarkedToken[] {
  return known(lexer(text.replace(/<!--[\s\S]*?-->/g, '')));
}

/** Tokens within a token. No extension is in use, so all are of marked's own kinds. */
export function known(tokens: readonly Token[] | undefined): readonly MarkedToken[] {
  return (tokens ?? []) as readonly MarkedToken[];
}

/** The anchor of a heading: small letters, no punctuation, spaces as hyphens. */
export function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}
