import type { Incident } from './incident.ts';
import { plannedSteps } from './incident.ts';

export const phases = ['reassurance', 'impact', 'escalation', 'fix'] as const;
export type Phase = (typeof phases)[number];

/** The screens, in the order they are walked through. Impact takes two, to keep each to a few questions. */
export const screens = ['reassurance', 'impact', 'reach', 'escalation', 'fix'] as const;
export type Screen = (typeof screens)[number];

const phaseOfScreen: Record<Screen, Phase> = {
  reassurance: 'reassurance',
  impact: 'impact',
  reach: 'impact',
  escalation: 'escalation',
  fix: 'fix',
};

/** The phase a screen belongs to: "Step 2 of 4" counts phases. */
export function phaseOf(screen: Screen): Phase {
  return phaseOfScreen[screen];
}

/** The screen before this one, for *Back*; null on the first. */
export function previousScreen(screen: Screen): Screen | null {
  return screens[screens.indexOf(screen) - 1] ?? null;
}

/** The screen after this one; the fix screen is the last and follows itself. */
export function followingScreen(screen: Screen): Screen {
  return screens[screens.indexOf(screen) + 1] ?? 'fix';
}

/** A small incident has two screens: neither its reach nor the manager is asked about. */
export function isMinor(incident: Incident): boolean {
  return incident.severity.level === 'SEV4';
}

/** The phases that this incident goes through; a plan for a small one is welcome, and not asked for. */
export function phasesOf(incident: Incident): readonly Phase[] {
  return isMinor(incident) ? ['reassurance', 'impact'] : phases;
}

/** The screen after this one has been answered; null when nothing more is asked. */
export function screenAfter(incident: Incident, screen: Screen): Screen | null {
  return isMinor(incident) && phaseOf(screen) === 'impact' ? null : followingScreen(screen);
}

/** Which phases have their answers. */
export function donePhases(incident: Incident): ReadonlySet<Phase> {
  const done = new Set<Phase>();
  if (incident.stillHappening !== null) done.add('reassurance');
  if (incident.impactTold && incident.impact.noticedBy !== null) done.add('impact');
  if (incident.summary !== null && incident.summary.state !== 'refused') done.add('escalation');
  const steps = plannedSteps(incident);
  if (incident.status === 'resolved' || (steps.length > 0 && steps.every((step) => step.state === 'done'))) {
    done.add('fix');
  }
  return done;
}

/** Where *Continue* leads: the first screen whose questions are not answered yet. */
export function nextScreen(incident: Incident): Screen {
  if (incident.stillHappening === null) return 'reassurance';
  if (!incident.impactTold) return 'impact';
  if (incident.impact.noticedBy === null) return 'reach';
  if (isMinor(incident)) return 'fix';
  if (incident.summary === null || incident.summary.state === 'refused') return 'escalation';
  return 'fix';
}
