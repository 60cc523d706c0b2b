/** Methods of `views.*`. https://docs.slack.dev/reference/methods#views */
import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import { toSlackView } from '../../views/view-object.ts';
import { openModal, publishHome, pushModal, updateModal } from '../../views/view-stack.ts';
import { invalidArguments, jsonObject, type Route, required, route, str } from '../route.ts';

export const viewRoutes: Readonly<Record<string, Route>> = {
  'views.open': route(z.strictObject({ trigger_id: required, view: jsonObject }), (call, args) => {
    const { view, displaced } = openModal(call.world, args.trigger_id, args.view);
    call.viewsClosed(displaced);
    return { view: toSlackView(call.world, view) };
  }),
  'views.push': route(z.strictObject({ trigger_id: required, view: jsonObject }), ({ world }, args) => ({
    view: toSlackView(world, pushModal(world, args.trigger_id, args.view)),
  })),
  'views.update': route(
    z.strictObject({
      view: jsonObject,
      view_id: str.optional(),
      external_id: str.optional(),
      hash: str.optional(),
    }),
    ({ world }, args) => {
      if (args.view_id !== undefined && args.external_id !== undefined) {
        throw invalidArguments('Cannot provide both `view_id` and `external_id`');
      }
      if (args.view_id === undefined && args.external_id === undefined) {
        throw invalidArguments('missing required field: view_id [json-pointer:/view_id]');
      }
      const which = { viewId: args.view_id, externalId: args.external_id };
      return { view: toSlackView(world, updateModal(world, which, args.view, args.hash)) };
    },
  ),
  'views.publish': route(
    z.strictObject({ user_id: required, view: jsonObject, hash: str.optional() }),
    ({ world }, args) => {
      if (!world.app.homeTab) throw new Refusal('not_enabled');
      if (!world.person(args.user_id)) throw invalidArguments('invalid `user_id` [json-pointer:/user_id]');
      return { view: toSlackView(world, publishHome(world, args.user_id, args.view, args.hash)) };
    },
  ),
};
