/** The OpenAPI document, as far as the reference shows it. */

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly example?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly additionalProperties?: Schema | boolean;
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: Schema;
}

export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  readonly parameters: readonly Parameter[];
  readonly sample: string;
  readonly answer: Schema | null;
}

interface Stored {
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly responses?: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
  readonly 'x-codeSamples'?: readonly { readonly source: string }[];
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Stored>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** All operations, in the document's order. */
export function operationsOf({ paths }: OpenApi): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, stored]) => ({
      method,
      path,
      summary: stored.summary ?? '',
      tag: stored.tags?.[0] ?? 'Other',
      parameters: stored.parameters ?? [],
      sample: stored['x-codeSamples']?.[0]?.source ?? '',
      answer: Object.values(stored.responses?.['200']?.content ?? {})[0]?.schema ?? null,
    })),
  );
}

/** A schema's type in a few words. */
export function typeOf(schema: Schema): string {
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1) ?? '';
  if (schema.enum !== undefined) return schema.enum.map(String).join(' | ');
  const parts = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (parts !== undefined) return parts.map(typeOf).join(' | ');
  if (schema.type === 'array')
    return `array of ${schema.items === undefined ? 'anything' : typeOf(schema.items)}`;
  return typeof schema.type === 'string' ? schema.type : (schema.type?.join(' | ') ?? 'anything');
}

/** The schema a reference means. */
export function resolve(schema: Schema, { components }: OpenApi): Schema {
  return schema.$ref === undefined
    ? schema
    : (components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? schema);
}
