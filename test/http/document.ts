/** Reading the OpenAPI document in tests. */

/** A JSON schema, as far as the tests look into it. */
export interface Schema {
  readonly $ref?: string;
  readonly example?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly [keyword: string]: unknown;
}

interface Content {
  readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
}

export interface Operation {
  readonly method: string;
  readonly path: string;
  /** The example request as a shell command. */
  readonly sample: string;
  /** What the answer is sent as. */
  readonly media: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
  readonly responses: Readonly<Record<string, Content>>;
}

type Stored = Omit<Operation, 'method' | 'path' | 'sample' | 'media'> & {
  readonly 'x-codeSamples'?: readonly { readonly source: string }[];
};

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Stored>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** All operations of a document. */
export function operationsOf(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters, responses, ...rest }]) => ({
      method,
      path,
      sample: rest['x-codeSamples']?.[0]?.source ?? '',
      media: Object.keys(responses['200']?.content ?? {})[0] ?? '',
      parameters: parameters ?? [],
      responses,
    })),
  );
}

/** A schema without references, that allows nothing which it does not name. */
export function strictly(schema: Schema, components: Readonly<Record<string, Schema>>): Schema {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    const node = value as Schema;
    if (node.$ref !== undefined) return visit(components[node.$ref.split('/').at(-1) ?? '']);
    const open = node.properties === undefined || node.additionalProperties !== undefined;
    return {
      ...Object.fromEntries(Object.entries(node).map(([key, child]) => [key, visit(child)])),
      ...(open ? null : { additionalProperties: false }),
    };
  };
  return visit(schema) as Schema;
}
