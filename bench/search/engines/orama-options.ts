import { create, type Orama } from '@orama/orama';
import { createTokenizer } from '@orama/tokenizers/mandarin';

/** An empty database for letters, with Orama's own tokenizer for Chinese. */
export function createDatabase(): Orama {
  return create({
    schema: { title: 'string', text: 'string' },
    components: { tokenizer: createTokenizer() },
  });
}
