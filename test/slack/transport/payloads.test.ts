import { describe, expect, it } from '@jest/globals';
import {
  editedMessageSchema,
  eventEnvelopeSchema,
  mentionSchema,
  postedMessageSchema,
} from '../../../src/slack/event-payloads.ts';
import {
  clickSchema,
  commandSchema,
  messageShortcutSchema,
  readPayload,
  submissionSchema,
  UnreadablePayload,
} from '../../../src/slack/payloads.ts';

const option = (value: string) => ({ text: { type: 'plain_text', text: 'x' }, value });
const view = (values: object) => ({
  ...{ id: 'V1', type: 'modal', callback_id: 'form', hash: 'h1', private_metadata: '{}', root_view_id: 'V1' },
  ...{ previous_view_id: null, blocks: [{ type: 'section', block_id: 'b' }], state: { values } },
});

describe('the fields of a form', () => {
  it('are one value each, whatever kind of field it is, and null or empty when nothing is chosen', () => {
    const { view: read } = readPayload(submissionSchema, {
      type: 'view_submission',
      user: { id: 'U1' },
      view: view({
        text: {
          a: { type: 'plain_text_input', value: 'words' },
          b: { type: 'plain_text_input', value: null },
        },
        select: {
          a: { type: 'static_select', selected_option: option('one') },
          b: { type: 'static_select', selected_option: null },
        },
        many: {
          a: { type: 'checkboxes', selected_options: [option('x'), option('y')] },
          b: { type: 'checkboxes', selected_options: [] },
        },
        people: {
          a: { type: 'users_select', selected_user: 'U2' },
          b: { type: 'multi_users_select', selected_users: ['U2'] },
        },
        time: {
          a: { type: 'datetimepicker', selected_date_time: 1_700_000_000 },
          b: { type: 'datepicker', selected_date: null },
        },
      }),
    });
    expect(read.values).toEqual({
      text: { a: 'words', b: null },
      select: { a: 'one', b: null },
      many: { a: ['x', 'y'], b: [] },
      people: { a: 'U2', b: ['U2'] },
      time: { a: 1_700_000_000, b: null },
    });
    expect(read).toMatchObject({
      id: 'V1',
      callbackId: 'form',
      hash: 'h1',
      privateMetadata: '{}',
      previousId: null,
    });
  });
});

describe('a click', () => {
  const press = { type: 'button', action_id: 'press', block_id: 'b', action_ts: '1.5', value: 'id-1' };
  const body = { type: 'block_actions', user: { id: 'U1' }, trigger_id: 't', actions: [press] };
  const inChannel = { ...body, channel: { id: 'C1' } };

  it('says what was clicked and where', () => {
    expect(readPayload(clickSchema, { ...inChannel, message: { ts: '1.1', thread_ts: '1.0' } })).toEqual({
      ...{ user: 'U1', triggerId: 't', responseUrl: '' },
      action: { id: 'press', blockId: 'b', type: 'button', value: 'id-1', ts: '1.5' },
      place: { in: 'message', channel: 'C1', ts: '1.1', threadTs: '1.0' },
    });
    expect(readPayload(clickSchema, { ...body, view: view({}) }).place).toMatchObject({
      in: 'modal',
      view: { id: 'V1' },
    });
    expect(readPayload(clickSchema, { ...body, view: { ...view({}), type: 'home' } }).place.in).toBe('home');
  });

  it('on an ephemeral message is known by its container', () => {
    const container = { type: 'message', message_ts: '1.1', is_ephemeral: true };
    expect(readPayload(clickSchema, { ...inChannel, container }).place).toMatchObject({
      in: 'message',
      ts: '1.1',
      threadTs: null,
    });
  });

  it('from nowhere is refused', () => {
    expect(() => readPayload(clickSchema, inChannel)).toThrow(UnreadablePayload);
  });
});

describe('a command', () => {
  it('is read, text or none', () => {
    const body = { command: '/oops', user_id: 'U1', channel_id: 'C1', trigger_id: 't', team_id: 'T1' };
    expect(readPayload(commandSchema, body)).toMatchObject({
      command: '/oops',
      text: '',
      user: 'U1',
      channel: 'C1',
    });
    expect(readPayload(commandSchema, { ...body, text: 'a &amp; b' }).text).toBe('a &amp; b');
  });
});

describe('a message', () => {
  const message = { type: 'message', channel: 'C1', ts: '1.1', user: 'U1', text: 'oh no' };
  const isTalk = (rest: object) => readPayload(postedMessageSchema, { ...message, ...rest }).isTalk;

  it('is talk when a person wrote it', () => {
    expect(
      [{}, { subtype: 'file_share' }, { subtype: 'thread_broadcast' }, { subtype: 'me_message' }].map(isTalk),
    ).toEqual([...[true, true, true, true]]);
    expect(
      [{ bot_id: 'B1' }, { subtype: 'channel_join' }, { subtype: 'bot_message', user: undefined }].map(
        isTalk,
      ),
    ).toEqual([...[false, false, false]]);
  });

  it('has an author only when that is a person', () => {
    expect(readPayload(postedMessageSchema, message).author).toBe('U1');
    expect(readPayload(postedMessageSchema, { ...message, bot_id: 'B1' }).author).toBeNull();
    expect(readPayload(mentionSchema, { ...message, type: 'app_mention', thread_ts: '1.0' })).toMatchObject({
      threadTs: '1.0',
    });
  });

  it('that was edited tells both texts', () => {
    const edited = {
      type: 'message',
      subtype: 'message_changed',
      channel: 'C1',
      message,
      previous_message: { ...message, text: 'oh' },
    };
    expect(readPayload(editedMessageSchema, edited)).toMatchObject({
      now: { text: 'oh no' },
      before: { text: 'oh' },
    });
  });

  it('that a shortcut points at is read with its author', () => {
    const body = {
      type: 'message_action',
      callback_id: 'x',
      user: { id: 'U1' },
      trigger_id: 't',
      channel: { id: 'C1' },
      message,
    };
    expect(readPayload(messageShortcutSchema, body)).toMatchObject({
      channel: 'C1',
      message: { ts: '1.1', author: 'U1' },
    });
  });

  it('comes in an envelope with an id of its own', () => {
    const body = { event_id: 'Ev1', event_time: 1_700_000_000, is_ext_shared_channel: true, event: message };
    expect(readPayload(eventEnvelopeSchema, body)).toMatchObject({
      eventId: 'Ev1',
      at: 1_700_000_000_000,
      isShared: true,
    });
  });
});

describe('what cannot be read', () => {
  it('is told by its places, never by what stands there', () => {
    const read = () => readPayload(commandSchema, { command: 7, text: ['I deleted it'], user_id: 'U1' });
    expect(read).toThrow('command (invalid_type), text (invalid_type), channel_id (invalid_type)');
    expect(read).not.toThrow('deleted');
  });
});
