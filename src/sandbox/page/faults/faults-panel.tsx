import { useId, useRef } from 'preact/hooks';
import { untilCleared } from '../../protocol/until-cleared.ts';
import type { Fault, Policy, Workspace } from '../../protocol.ts';
import { usePageScope } from '../state/desk-context.ts';
import { useAdmin } from '../state/use-admin.ts';
import {
  activeCount,
  type FaultChoice,
  type FaultDeed,
  type Forbidding,
  faultDeeds,
  faultGroups,
  forbiddings,
  isFault,
  standingOf,
  waitsFor,
} from './fault-choices.ts';

function Choice({ choice, active }: { readonly choice: FaultChoice; readonly active: readonly Fault[] }) {
  const admin = useAdmin();
  const id = useId();
  const onceButton = useRef<HTMLButtonElement>(null);
  const { fault, lasting } = choice;
  const standing = standingOf(active, fault);
  const on = standing === 'lasting';
  const once = () => void admin({ do: 'fault', fault });
  const clear = async () => {
    for (const each of active.filter((one) => isFault(one, fault)))
      await admin({ do: 'clearFaults', like: each });
  };
  const toggle = async () => {
    if (on) return clear();
    await clear();
    await admin({ do: 'fault', fault: keepGoing(fault) });
  };
  return (
    <li class={standing === 'off' ? 'fault' : 'fault fault-active'}>
      <div class="fault-words">
        <h4 id={id}>{choice.title}</h4>
        <p id={`${id}-words`}>{choice.words}</p>
        {typeof standing === 'number' ? (
          <p class="fault-standing">
            {waitsFor(standing, fault)}{' '}
            <button
              type="button"
              class="text-button"
              onClick={() => void clear().then(() => onceButton.current?.focus())}
            >
              Take it back<span class="visually-hidden">: {choice.title}</span>
            </button>
          </p>
        ) : null}
      </div>
      {lasting ? null : (
        <button
          ref={onceButton}
          type="button"
          class="button button-small"
          aria-label={`Once: ${choice.title}`}
          aria-describedby={`${id}-words`}
          disabled={on}
          onClick={once}
        >
          Once
        </button>
      )}
      <button
        type="button"
        class="switch-button"
        role="switch"
        aria-checked={on}
        aria-label={`Until switched off: ${choice.title}`}
        aria-describedby={`${id}-words`}
        title={on ? 'Switch it off' : 'Every time, until it is switched off'}
        onClick={() => void toggle()}
      >
        <span class="switch" aria-hidden="true" />
      </button>
    </li>
  );
}

/** The same fault, every time until it is cleared. */
function keepGoing(fault: FaultChoice['fault']): FaultChoice['fault'] {
  return fault.fault === 'missing_method' || fault.fault === 'remove_scope'
    ? fault
    : { ...fault, times: untilCleared };
}

function Forbidden({ forbidding, policy }: { readonly forbidding: Forbidding; readonly policy: Policy }) {
  const admin = useAdmin();
  const id = useId();
  const forbidden = !policy[forbidding.policy];
  return (
    <li class={forbidden ? 'fault fault-active' : 'fault'}>
      <div class="fault-words">
        <h4>{forbidding.title}</h4>
        <p id={id}>{forbidding.words}</p>
      </div>
      <button
        type="button"
        class="switch-button"
        role="switch"
        aria-checked={forbidden}
        aria-label={`Until switched off: ${forbidding.title}`}
        aria-describedby={id}
        onClick={() => void admin({ do: 'setPolicy', set: { [forbidding.policy]: forbidden } })}
      >
        <span class="switch" aria-hidden="true" />
      </button>
    </li>
  );
}

function Deed({ deed }: { readonly deed: FaultDeed }) {
  const admin = useAdmin();
  const { announcements } = usePageScope();
  const act = async () => {
    if (await admin(deed.action)) announcements.say({ text: `${deed.title}: done.`, tone: 'news' });
  };
  return (
    <li class="fault">
      <div class="fault-words">
        <h4>{deed.title}</h4>
        <p>{deed.words}</p>
      </div>
      <button
        type="button"
        class="button button-small"
        aria-label={`${deed.button}: ${deed.title}`}
        onClick={() => void act()}
      >
        {deed.button}
      </button>
    </li>
  );
}

/** Everything that can be made to go wrong, and what is about to. */
export function FaultsPanel({ workspace }: { readonly workspace: Workspace }) {
  const admin = useAdmin();
  const header = useRef<HTMLHeadingElement>(null);
  const app = workspace.bot.name;
  const groups = faultGroups(app);
  const active = workspace.faults;
  const count = activeCount(active, workspace.policy);
  const known = groups.flatMap((group) => group.choices);
  const clearAll = async () => {
    header.current?.focus();
    const allowed = Object.fromEntries(forbiddings.map((each) => [each.policy, true]));
    await admin({ do: 'clearFaults' });
    await admin({ do: 'setPolicy', set: allowed });
  };
  const others = active.filter((each) => !known.some(({ fault }) => isFault(each, fault)));
  return (
    <>
      <header class="faults-header">
        <h2 ref={header} tabIndex={-1}>
          Faults
        </h2>
        <p role="status">
          {active.length === 0
            ? `Let something go wrong, and see what ${app} does.`
            : `Active now: ${count}.`}
        </p>
        {count > 0 ? (
          <button type="button" class="button button-small" onClick={() => void clearAll()}>
            Switch all off
          </button>
        ) : null}
      </header>
      <div class="faults-list">
        {groups.map((group) => (
          <section key={group.title}>
            <h3>
              {group.title}
              <span aria-hidden="true">once · every time</span>
            </h3>
            <ul>
              {group.choices.map((choice) => (
                <Choice key={choice.title} choice={choice} active={active} />
              ))}
            </ul>
          </section>
        ))}
        <section>
          <h3>What the workspace forbids</h3>
          <ul>
            {forbiddings.map((each) => (
              <Forbidden key={each.policy} forbidding={each} policy={workspace.policy} />
            ))}
          </ul>
        </section>
        <section>
          <h3>At once</h3>
          <ul>
            {faultDeeds(app).map((deed) => (
              <Deed key={deed.title} deed={deed} />
            ))}
          </ul>
        </section>
        {others.length > 0 ? (
          <section>
            <h3>Set from elsewhere</h3>
            <ul>
              {others.map((fault) => (
                <li key={JSON.stringify(fault)} class="fault fault-active">
                  <code>{JSON.stringify(fault)}</code>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </>
  );
}
