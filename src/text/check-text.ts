import type { Check } from '../store/diagnosis/check.js';
import type { DiagnosticsMessages } from './diagnostics.js';
import { problemText } from './problem-text.js';

/** What is checked, in a word or two. */
export function checkTitle({ id }: Check, { diagnosis }: DiagnosticsMessages): string {
  const titles: Readonly<Record<string, string>> = diagnosis.checks;
  const services: Readonly<Record<string, string>> = diagnosis.services;
  return titles[id] ?? services[id.replace('service.', '')] ?? id;
}

/** Of a certificate that it does not trust, a browser tells a page no more than of nobody there. */
const NO_ANSWER_BY_TLS = /^(unreachable|socket-refused) (http|ws)s:/;

/** What was found, and what to do, in one sentence or two; empty where there is nothing to say. */
export function checkText({ finding, facts, problem }: Check, text: DiagnosticsMessages): string {
  if (finding === 'problem') {
    if (!problem) return '';
    const isPerhapsTls = NO_ANSWER_BY_TLS.test(`${problem.code} ${problem.address}`);
    return problemText(problem, text) + (isPerhapsTls ? text.diagnosis.certificate : '');
  }
  if (finding === 'fine') return '';
  const sentence = text.diagnosis.findings[finding];
  return typeof sentence === 'string' ? sentence : sentence(facts);
}
