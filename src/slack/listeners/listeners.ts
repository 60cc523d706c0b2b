import {
  editedMessageSchema,
  homeOpenedSchema,
  mentionSchema,
  postedMessageSchema,
  sharedChannelSchema,
} from '../event-payloads.ts';
import { actionIds, commandName, shortcutIds, viewIds } from '../ids.ts';
import type { Listen } from '../listen.ts';
import { onAnswerAsk, onSummarySeen } from './answers.ts';
import type { Bot } from './bot.ts';
import {
  onAddNote,
  onCardMenu,
  onChooseHelper,
  onContinue,
  onItsNothing,
  onNeedPerson,
  onReopen,
  onResolve,
  onYesHelp,
} from './card.ts';
import { onFirstScreenClosed, onScreenClosed } from './closed-screens.ts';
import { onCommand } from './command.ts';
import { onChangeManager, onManagerChosen, onSeverity, onSummary, onSummaryWhen } from './escalation.ts';
import {
  onAddStep,
  onApproveStep,
  onChangeStep,
  onMoveStep,
  onPlaybook,
  onQuestionStep,
  onStepMenu,
  onStepQuestioned,
} from './fix.ts';
import { onHandedOff, onHandOff, onStepWritten, onWriteStep } from './helping.ts';
import { onHomeGetPerson, onHomeOpened, onHomeSettings } from './home.ts';
import {
  onAnswerQuestion,
  onAskQuestion,
  onBossTextDone,
  onCopyForBoss,
  onQuestionAnswered,
  onQuestionAsked,
} from './manager-questions.ts';
import { onEditedMessage, onMention, onPostedMessage } from './messages.ts';
import { onOfferNo, onOfferYes } from './offers.ts';
import { onAskOwner, onTakeAsk } from './owners.ts';
import { onCannotDo, onSummaryDrafted } from './parts.ts';
import { onChoosePlace, onOpenUp, onOpenUpForm } from './places.ts';
import { onPassOnTo } from './relayed-message.ts';
import { onAnswers, onBack, onGetPerson, onNameHelper, onStillHappening } from './screens.ts';
import { onRemoveService, onSettingsSaved, onSettingsTopic } from './settings.ts';
import { onChannelShared } from './shared-channel.ts';
import { onHelpNow, onHelpWithMessage } from './shortcuts.ts';
import { onSmallOver, onSmallPlan } from './small.ts';
import { onOtherChosen, onTellOther } from './tell-other.ts';
import {
  onApproveSummary,
  onOpenSummary,
  onQuestionSummary,
  onSummaryQuestioned,
  onTelling,
} from './telling.ts';
import { onTyping } from './typing.ts';
import { onHelperChosen, onNewIncident, onNote, onResume, onRetry } from './windows.ts';

/** Everything Oops listens to, in one table per kind. Nothing is registered anywhere else. */
export function registerListeners(listen: Listen, bot: Bot): void {
  listen.command(commandName, onCommand(bot));
  listen.event('message', postedMessageSchema, onPostedMessage(bot));
  listen.event('app_home_opened', homeOpenedSchema, onHomeOpened(bot));
  listen.event('message', editedMessageSchema, onEditedMessage(bot), 'message_changed');
  listen.event('app_mention', mentionSchema, onMention(bot));
  listen.event('channel_shared', sharedChannelSchema, onChannelShared(bot));
  listen.messageShortcut(shortcutIds.helpWithMessage, onHelpWithMessage(bot));
  listen.globalShortcut(shortcutIds.helpNow, onHelpNow(bot));
  listen.viewClosed(viewIds.reassurance, onFirstScreenClosed(bot));
  for (const screen of laterScreens) listen.viewClosed(screen, onScreenClosed(bot));
  for (const [callbackId, handler] of Object.entries(submissions(bot)))
    listen.submission(callbackId, handler);
  for (const [actionId, handler] of Object.entries(clicks(bot))) listen.click(actionId, handler);
  for (const field of typedFields) listen.click(field, onTyping(bot));
  for (const to of ['started', 'done', 'failed']) {
    listen.click(`${actionIds.stepMove}.${to}`, onMoveStep(bot));
  }
}

const laterScreens = [viewIds.impact, viewIds.reach, viewIds.escalation, viewIds.fix];

/** Fields that tell what is typed while it is typed. */
const typedFields = [
  actionIds.happened,
  actionIds.affected,
  actionIds.summaryText,
  actionIds.stepText,
  actionIds.noteText,
];

const submissions = (bot: Bot) => ({
  [viewIds.reassurance]: onAnswers(bot, 'reassurance'),
  [viewIds.impact]: onAnswers(bot, 'impact'),
  [viewIds.reach]: onAnswers(bot, 'reach'),
  [viewIds.escalation]: onSummary(bot),
  [viewIds.fix]: onAddStep(bot),
  [viewIds.changeStep]: onChangeStep(bot),
  [viewIds.questionStep]: onStepQuestioned(bot),
  [viewIds.writeStep]: onStepWritten(bot),
  [viewIds.handOff]: onHandedOff(bot),
  [viewIds.settingsTopic]: onSettingsSaved(bot),
  [viewIds.draftSummary]: onSummaryDrafted(bot),
  [viewIds.note]: onNote(bot),
  [viewIds.chooseHelper]: onHelperChosen(bot),
  [viewIds.retry]: onRetry(bot),
  [viewIds.questionSummary]: onSummaryQuestioned(bot),
  [viewIds.tellOther]: onOtherChosen(bot),
  [viewIds.openUp]: onOpenUpForm(bot),
  [viewIds.askQuestion]: onQuestionAsked(bot),
  [viewIds.answerQuestion]: onQuestionAnswered(bot),
  [viewIds.copyForBoss]: onBossTextDone(),
});

const clicks = (bot: Bot) => ({
  [actionIds.homeGetPerson]: onHomeGetPerson(bot),
  [actionIds.homeSettings]: onHomeSettings(bot),
  [actionIds.continue]: onContinue(bot),
  [actionIds.yesHelp]: onYesHelp(bot),
  [actionIds.itsNothing]: onItsNothing(bot),
  [actionIds.needPerson]: onNeedPerson(bot),
  [actionIds.addNote]: onAddNote(bot),
  [actionIds.resolve]: onResolve(bot),
  [actionIds.reopen]: onReopen(bot),
  [actionIds.cardMenu]: onCardMenu(bot),
  [actionIds.chooseHelper]: onChooseHelper(bot),
  [actionIds.offerYes]: onOfferYes(bot),
  [actionIds.offerNo]: onOfferNo(bot),
  [actionIds.passOnTo]: onPassOnTo(bot),
  [actionIds.accept]: onAnswerAsk(bot, 'accept'),
  [actionIds.takeAsk]: onTakeAsk(bot),
  [actionIds.askOwner]: onAskOwner(bot),
  [actionIds.later]: onAnswerAsk(bot, 'later'),
  [actionIds.decline]: onAnswerAsk(bot, 'decline'),
  [actionIds.writeStep]: onWriteStep(bot),
  [actionIds.handOff]: onHandOff(bot),
  [actionIds.seen]: onSummarySeen(bot),
  [actionIds.approveSummary]: onApproveSummary(bot),
  [actionIds.questionSummary]: onQuestionSummary(bot),
  [actionIds.openSummary]: onOpenSummary(bot),
  [actionIds.sendSummary]: onTelling(bot, 'send_summary'),
  [actionIds.iHaveTold]: onTelling(bot, 'say_manager_told'),
  [actionIds.tellOther]: onTellOther(bot),
  [actionIds.changeManager]: onChangeManager(bot),
  [actionIds.manager]: onManagerChosen(bot),
  [actionIds.summaryWhen]: onSummaryWhen(bot),
  [actionIds.askQuestion]: onAskQuestion(bot),
  [actionIds.answerQuestion]: onAnswerQuestion(bot),
  [actionIds.copyForBoss]: onCopyForBoss(bot),
  [actionIds.approveStep]: onApproveStep(bot),
  [actionIds.questionStep]: onQuestionStep(bot),
  [actionIds.settingsTopic]: onSettingsTopic(bot),
  [actionIds.settingsRemoveService]: onRemoveService(bot),
  [actionIds.showHere]: onChoosePlace(bot, 'here'),
  [actionIds.makePrivate]: onChoosePlace(bot, 'private'),
  [actionIds.openUp]: onOpenUp(bot),
  [actionIds.back]: onBack(bot),
  [actionIds.cannotDo]: onCannotDo(bot),
  [actionIds.stillHappening]: onStillHappening(bot),
  [actionIds.getPerson]: onGetPerson(bot),
  [actionIds.nameHelper]: onNameHelper(bot),
  [actionIds.severity]: onSeverity(bot),
  [actionIds.stepMenu]: onStepMenu(bot),
  [actionIds.playbook]: onPlaybook(bot),
  [actionIds.smallOver]: onSmallOver(bot),
  [actionIds.smallPlan]: onSmallPlan(bot),
  [actionIds.resumeIncident]: onResume(bot),
  [actionIds.newIncident]: onNewIncident(bot),
});
