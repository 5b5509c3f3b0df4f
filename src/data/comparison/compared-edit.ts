import type { EditKind } from '../original/edit-kind.ts';

/** An edit as the comparison explains it; the edits are in the order of the record. */
export interface ComparedEdit {
  /** What its rule does, in Chinese. */
  label: string;
  kind: EditKind;
}
