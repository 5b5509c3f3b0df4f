/** Where the value of a field came from, for the report to the editor. */
export interface Evidence {
  /** Name in the contract, such as `proposal.number`. */
  field: string;
  value: string;
  /** In Chinese: 信息表, 标题, 署名… */
  from: string;
  /** Line of the decoded text, from 1. */
  line: number;
  /** 确定, or worth a look. */
  sure: boolean;
}
