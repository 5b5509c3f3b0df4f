import { createHash } from 'node:crypto';
import type { Finding } from '../content-files/finding.ts';
import { toPrintable, toPrintableJson } from './printable-text.ts';

export type ReportFormat = 'text' | 'json' | 'github' | 'gitlab';

/**
 * Writes findings for a person (`text`: one a line, then a count), for a program (`json`: one object
 * a line), as annotations of a pull request (`github`: workflow commands) or of a merge request (`gitlab`: a report
 * on code quality), or as a part of another text (`list`).
 */
export function report(findings: readonly Finding[], format: ReportFormat | 'list'): string {
  switch (format) {
    case 'json':
      return findings.map((finding) => `${toPrintableJson(finding)}\n`).join('');
    case 'github':
      return findings.map((finding) => `${annotation(finding)}\n`).join('');
    case 'gitlab':
      return `[${findings.map((finding) => toPrintableJson(qualityIssue(finding))).join(',')}]\n`;
    case 'text':
      return report(findings, 'list') + count(findings);
    case 'list':
      return findings.map((finding) => `${line(finding)}\n`).join('');
  }
}

function line({ path, line, column, level, rule, text, fix }: Finding): string {
  const fixable = fix ? '  可用 --fix 改正' : '';
  return toPrintable(`${path}:${line}:${column}  ${level}  ${rule}  ${text}${fixable}`);
}

// https://docs.github.com/actions/reference/workflow-commands-for-github-actions: data escapes % and
// line ends, properties also : and ,.
function annotation({ path, line, column, level, rule, text }: Finding): string {
  const data = (value: string) =>
    toPrintable(value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A'));
  const property = (value: string) => data(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::${level} file=${property(path)},line=${line},col=${column},title=${property(rule)}::${data(text)}`;
}

// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
function qualityIssue(finding: Finding): object {
  const { path, line, level, rule, text } = finding;
  return {
    description: text,
    check_name: rule,
    // What GitLab tells an old finding from a new one by: not the line, which other edits move.
    fingerprint: createHash('sha256').update(`${path}\0${rule}\0${text}`).digest('hex'),
    severity: level === 'error' ? 'critical' : 'minor',
    location: { path, lines: { begin: line } },
  };
}

function count(findings: readonly Finding[]): string {
  const errors = findings.filter(({ level }) => level === 'error').length;
  const warnings = findings.length - errors;
  return findings.length === 0 ? '没有发现问题。\n' : `\n${errors} 个错误，${warnings} 个警告。\n`;
}
