import type { ModalView } from '@slack/types';
import type { Playbook } from '../../domain/playbook.ts';
import { context, divider, modal, section } from '../blocks.ts';
import { viewIds } from '../ids.ts';
import { escapeMrkdwn } from '../mrkdwn.ts';
import type { Words } from '../words/words.ts';
import type { Block } from './parts.ts';

/** What has helped others, whole: what to stop, what to leave, what to keep, and the ways to go with their traps. */
export function playbookWindow(playbook: Playbook, words: Words): ModalView {
  const { stopFirst, notYet, evidence, options, stepsOfOthers, windowTitle } = words.screens.fix;
  const { title } = playbook;
  const warnings = playbook.doNotYet.map(({ what, why }) => `*${escapeMrkdwn(what)}* ${escapeMrkdwn(why)}`);
  const steps = playbook.steps.map((step) => escapeMrkdwn(step.text));
  return modal({
    ...{ title: windowTitle, callbackId: viewIds.playbook, close: words.common.back },
    blocks: [
      section(`*${escapeMrkdwn(title)}*`),
      ...list(stopFirst, playbook.stopFirst.map(escapeMrkdwn)),
      ...list(notYet, warnings),
      ...list(evidence, playbook.evidence.map(escapeMrkdwn)),
      divider(),
      section(options),
      ...playbook.options.flatMap(({ name, summary, traps }) => [
        section(`*${escapeMrkdwn(name)}:* ${escapeMrkdwn(summary)}`),
        ...(traps.length === 0 ? [] : [context([traps.map(escapeMrkdwn).join(' ')])]),
      ]),
      divider(),
      ...list(stepsOfOthers, steps),
    ],
  });
}

/** A heading with its items; nothing where there are none. */
function list(heading: string, items: readonly string[]): readonly Block[] {
  return items.length === 0 ? [] : [section(`${heading}\n${items.map((item) => `• ${item}`).join('\n')}`)];
}
