import type { Check } from '../../store/diagnosis/check.js';
import type { Diagnosis } from '../../store/diagnosis/judge.js';
import { checkText, checkTitle } from '../../text/check-text.js';
import type { DiagnosticsMessages } from '../../text/diagnostics.js';
import { VERSION } from '../../version.js';

/**
 * A diagnosis in Markdown, to be sent to somebody else: without what a service says in its own words,
 * and without the query of any address, in both of which there may be a token.
 */
export function markdownReport(
  { at, checks }: Diagnosis,
  title: string,
  text: DiagnosticsMessages,
): string {
  const { diagnosis: words } = text;
  const lines = checks.map((check, index) => {
    const { state, group, address, durationMs, finding } = check;
    const facts = [
      `**${words.states[state]}**`,
      checkTitle(check, text),
      finding === 'problem' ? '' : code(withoutQuery(address)),
      durationMs === undefined ? '' : `${durationMs} ms`,
    ];
    const isFirst = checks[index - 1]?.group !== group;
    const line =
      `- ${facts.filter(Boolean).join(' · ')} ${checkText(publicly(check), text)}`.trim();
    return isFirst ? `\n### ${words.groups[group]}\n\n${line}` : line;
  });
  return [
    `## ${title}`,
    '',
    `- castray-widgets ${VERSION}`,
    `- ${new Date(at).toISOString()}`,
    `- ${code(withoutQuery(location.href))}`,
    `- ${navigator.userAgent}`,
    ...lines,
    '',
  ].join('\n');
}

function publicly(check: Check): Check {
  const { problem } = check;
  if (!problem) return check;
  const { detail, ...rest } = problem;
  const address = withoutQuery(problem.address);
  // Of a refused setting, the detail is a word of ours.
  const isOurs = problem.field !== undefined && detail !== undefined;
  return { ...check, problem: { ...rest, address, ...(isOurs && { detail }) } };
}

const withoutQuery = (address: string): string => address.replace(/[?#][^]*$/, '');
const code = (address: string): string => address && `\`${address.replaceAll('`', '')}\``;
