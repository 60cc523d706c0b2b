import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { userGroups } from '../../src/sandbox/seed.ts';
import type { PersonDriver, Sandbox } from '../../src/sandbox/surface.ts';
import type { Topic } from '../../src/slack/words/en/settings.ts';
import { en } from '../../src/slack/words/en.ts';
import { channels, people } from '../support/bot.ts';
import { dmsTo, readView, saying } from '../support/reading-slack.ts';
import { type Acting, actingIn } from './support/acting.ts';
import { type Stage, setStage } from './support/stage.ts';

jest.setTimeout(30_000);

const { settings: say } = en;

describe('/oops settings', () => {
  let stage: Stage;
  let sandbox: Sandbox;
  let acting: Acting;
  let admin: PersonDriver;
  let sam: PersonDriver;

  beforeAll(async () => {
    stage = await setStage({ engineers: ['ana', 'bo'], strangers: ['lee', 'max', 'nia'] });
    ({ sandbox } = stage);
    acting = actingIn(sandbox);
    admin = sandbox.person(people.morgan);
    sam = sandbox.person(people.sam);
  }, 60_000);

  afterAll(async () => {
    await stage?.clear();
  }, 30_000);

  async function opens(person: PersonDriver): Promise<void> {
    expect(await person.command('#eng-platform', '/oops', 'settings')).toMatchObject({ result: 'done' });
    await acting.window(person, '*My people*');
  }

  async function changes(
    person: PersonDriver,
    topic: Topic,
    values: Record<string, string | string[]>,
  ): Promise<void> {
    await person.click({ in: 'view' }, 'settings_topic', { blockId: topic });
    await acting.window(person, en.settings.says(topic));
    await person.fill(values);
    expect(await person.submit()).toEqual({ result: 'done' });
    await acting.window(person, '*My people*');
  }

  it('let everybody choose their own people, who are asked from then on', async () => {
    const { engineer, mentor, manager } = stage.cast('lee');
    await opens(engineer);
    expect(readView(engineer.view())).toContain('The rest is for the owners and admins');
    await changes(engineer, 'my_people', {
      ...{ settings_mentor: mentor.id, settings_people: [people.sam], settings_manager: manager.id },
    });
    await acting.window(engineer, `Mentor: <@${mentor.id}>`);
    await engineer.close({ all: true });
    await engineer.command('#eng-platform', '/oops', 'i broke the build');
    await acting.dm(mentor, 'is asking for your help');
    await engineer.close({ all: true });
  });

  it('refuse oneself, a manager as a helper, and who cannot help, at the field', async () => {
    const { engineer, mentor, manager } = stage.cast('lee');
    await opens(engineer);
    await engineer.click({ in: 'view' }, 'settings_topic', { blockId: 'my_people' });
    await acting.window(engineer, say.mentor);
    const refusals = [
      [engineer.id, say.yourself],
      [manager.id, say.managerAsHelper],
      [people.kim, en.failures.outsider],
      [people.lou, en.failures.deactivated],
    ] as const;
    for (const [chosen, sentence] of refusals) {
      await engineer.fill({ settings_mentor: chosen });
      expect(JSON.stringify(await engineer.submit())).toContain(sentence);
    }
    await engineer.fill({ settings_mentor: mentor.id });
    expect(await engineer.submit()).toEqual({ result: 'done' });
    await engineer.close({ all: true });
  });

  it('let an admin set the workspace, one topic at a time, and name others who may', async () => {
    await opens(admin);
    await changes(admin, 'admins', { settings_people: [people.sam] });
    await changes(admin, 'duty_contact', { settings_person: people.priya });
    await changes(admin, 'services', {
      ...{ settings_name: 'Databases', settings_person: people.sam },
    });
    await acting.window(admin, `*Databases*: <@${people.sam}>`);
    await changes(admin, 'watched', {
      ...{ settings_channel: channels.engPlatform, settings_mode: 'off' },
    });
    await acting.window(admin, `<#${channels.engPlatform}>: ${say.modeIs.off}`);
    await admin.close({ all: true });
    await opens(sam);
    await acting.window(sam, '*Who may change this*');
  });

  it('keep both changes when two people change two topics at a time', async () => {
    await opens(admin);
    await admin.click({ in: 'view' }, 'settings_topic', { blockId: 'duty_contact' });
    await sam.click({ in: 'view' }, 'settings_topic', { blockId: 'open_channels' });
    await acting.window(admin, say.says('duty_contact'));
    await acting.window(sam, say.says('open_channels'));
    await admin.fill({ settings_person: people.denny });
    await sam.fill({ settings_channels: [channels.general] });
    expect(await Promise.all([admin.submit(), sam.submit()])).toEqual([
      { result: 'done' },
      { result: 'done' },
    ]);
    await admin.close({ all: true });
    await opens(admin);
    await acting.window(admin, `*Duty contact*\n<@${people.denny}>`);
    await acting.window(admin, `<#${channels.general}>`);
    await admin.close({ all: true });
    await sam.close({ all: true });
  });

  it('take a service out again', async () => {
    await opens(admin);
    await admin.click({ in: 'view' }, 'settings_topic', { blockId: 'services' });
    await acting.window(admin, say.serviceName);
    await admin.click({ in: 'view' }, 'settings_remove_service');
    await sandbox.until(() => !readView(admin.view()).includes('Databases') || undefined, {
      what: 'the service is gone',
    });
    await admin.close({ all: true });
  });

  it('have the owner asked and the duty contact told, who reads nothing that was typed', async () => {
    const cast = stage.cast('ana');
    const { engineer, mentor } = cast;
    const priya = sandbox.person(people.priya);
    await opens(admin);
    await changes(admin, 'services', { settings_name: 'Databases', settings_person: people.sam });
    await changes(admin, 'duty_contact', { settings_person: people.priya });
    await changes(admin, 'blameless', { settings_text: 'We look for causes, not for people.' });
    await admin.close({ all: true });
    await acting.asks(cast, 'i dropped the wages table');
    await acting.window(engineer, '> We look for causes, not for people.');
    await acting.answers(engineer, 'Is it still happening?', { still_happening: 'no' });
    const view = await acting.window(engineer, en.owners.services);
    const [service = ''] = JSON.stringify(view.blocks).match(/[0-9a-f]{8}-[0-9a-f-]{27}/) ?? [];
    await acting.answers(engineer, en.owners.services, { services: [service], kinds: ['data_lost'] });
    await acting.dm(engineer, `I have asked <@${people.sam}> too`);
    const asked = await acting.dm(sam, 'What is needed of you');
    expect(JSON.stringify(asked.blocks)).toContain('Databases');
    await acting.window(engineer, `I tell <@${people.priya}> the bare facts`);
    await acting.answers(engineer, 'Who notices it?', {
      ...{ noticed_by: 'customers', spreading: 'no', sensitive: 'yes' },
    });
    await acting.dm(priya, '*Kind:* data is lost');
    await acting.press(mentor, 'accept_ask');
    await acting.dm(priya, `*Who helps:* <@${mentor.id}>`);
    expect(JSON.stringify(priya.history(priya.dm()))).not.toMatch(/wages|Databases/);
    await engineer.close({ all: true });
    await acting.press(engineer, 'resolve');
    await acting.dm(priya, 'It is what I wrote to you about as the duty contact.');
  });

  it('say to the engineer when the duty contact cannot be written to', async () => {
    const cast = stage.cast('bo');
    const { engineer } = cast;
    await sandbox.admin({ do: 'updatePerson', user: people.priya, set: { deleted: true } });
    await acting.asks(cast, 'i sent the list to everybody');
    await acting.tellsWhatHappened(cast);
    await acting.dm(engineer, en.owners.dutyRefused(`<@${people.priya}>`));
    const claimsIt = () => JSON.stringify(dmsTo(engineer)).includes('has the bare facts');
    await sandbox.until(() => !claimsIt() || undefined, { what: 'the card claims nothing' });
    await engineer.close({ all: true });
    await sandbox.admin({ do: 'updatePerson', user: people.priya, set: { deleted: false } });
  });

  it('have a person asked for in the helpers’ channel, where the first takes it', async () => {
    const { engineer, mentor, backup } = stage.cast('max');
    await opens(admin);
    await changes(admin, 'helpers_channel', { settings_channel: channels.general });
    await admin.close({ all: true });
    await mentor.join('#general');
    await backup.join('#general');
    expect(await engineer.command('#eng-platform', '/oops', 'i leaked the key')).toMatchObject({
      result: 'done',
    });
    await acting.dm(engineer, `I have asked in <#${channels.general}> for a person`);
    const inChannel = (words: string) =>
      sandbox.until(() => saying(mentor.history('#general'), words), { what: `#general says ${words}` });
    const call = await inChannel('A colleague needs a person');
    expect(JSON.stringify(call)).not.toMatch(/leaked|MAXENGINEER/);
    expect(await mentor.click(call, 'take_ask')).toMatchObject({ result: 'done' });
    await acting.dm(engineer, `<@${mentor.id}> is with you`);
    await acting.dm(mentor, 'i leaked the key');
    await inChannel(`<@${mentor.id}> is with them.`);
  });

  it('have the people of a user group asked, when a plan of Slack’s has user groups', async () => {
    const { engineer } = stage.cast('nia');
    await opens(admin);
    await changes(admin, 'pool', { settings_group: userGroups.databaseOwners });
    await acting.window(admin, say.groupIs(2));
    await admin.close({ all: true });
    await engineer.command('#eng-platform', '/oops', 'i stopped the wrong server');
    await acting.dm(sam, 'i stopped the wrong server');
    await acting.dm(engineer, 'OOPS-');
  });

  it('refuse a channel that people of other organisations read', async () => {
    await opens(admin);
    await admin.click({ in: 'view' }, 'settings_topic', { blockId: 'helpers_channel' });
    await acting.window(admin, say.says('helpers_channel'));
    await admin.fill({ settings_channel: channels.partnerAcme });
    expect(JSON.stringify(await admin.submit())).toContain(say.shared);
    await admin.close({ all: true });
  });

  it('are never for guests', async () => {
    const kim = sandbox.person(people.kim);
    expect(await kim.command('#random', '/oops', 'settings')).toMatchObject({ result: 'done' });
    await sandbox.until(() => kim.view() !== undefined || undefined, { what: 'a window for Kim' });
    expect(readView(kim.view())).not.toContain('Duty contact');
  });

  it('never have a token in the log', () => {
    expect(stage.leaks()).toEqual([]);
  });
});
