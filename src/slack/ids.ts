/** Every id that Slack hands back to us. Buttons carry ids of rows as their value, never words. */

export const commandName = '/oops';

export const shortcutIds = {
  helpWithMessage: 'get_help_with_this',
  helpNow: 'get_help_now',
} as const;

export const viewIds = {
  opening: 'opening',
  reassurance: 'screen_reassurance',
  impact: 'screen_impact',
  reach: 'screen_reach',
  escalation: 'screen_escalation',
  fix: 'screen_fix',
  note: 'note',
  changeStep: 'change_step',
  writeStep: 'write_step',
  handOff: 'hand_off',
  partGiven: 'part_given',
  settings: 'settings',
  settingsTopic: 'settings_topic',
  draftSummary: 'draft_summary',
  questionStep: 'question_step',
  chooseHelper: 'choose_helper',
  resume: 'resume',
  notice: 'notice',
  retry: 'retry',
  playbook: 'playbook',
  small: 'small',
  askQuestion: 'ask_question',
  answerQuestion: 'answer_question',
  copyForBoss: 'copy_for_boss',
  questionSummary: 'question_summary',
} as const;

export const actionIds = {
  /** On the card and in short replies. */
  continue: 'continue',
  needPerson: 'need_person',
  addNote: 'add_note',
  resolve: 'resolve',
  cardMenu: 'card_menu',
  yesHelp: 'yes_help',
  itsNothing: 'its_nothing',
  chooseHelper: 'choose_helper',
  /** On the Home tab. */
  homeGetPerson: 'home_get_person',
  /** Under an offer of help. */
  offerYes: 'offer_yes',
  offerNo: 'offer_no',
  /** In the mentor's DM. */
  accept: 'accept_ask',
  later: 'later_ask',
  decline: 'decline_ask',
  writeStep: 'write_step',
  handOff: 'hand_off',
  approveStep: 'approve_step',
  questionStep: 'question_step',
  approveSummary: 'approve_summary',
  questionSummary: 'question_summary',
  /** About telling the manager, in the engineer's DM and screens. */
  openSummary: 'open_summary',
  sendSummary: 'send_summary',
  iHaveTold: 'i_have_told',
  changeManager: 'change_manager',
  /** In the manager's DM. */
  seen: 'summary_seen',
  askQuestion: 'ask_question',
  copyForBoss: 'copy_for_boss',
  /** Below a manager's question, in the engineer's DM. */
  answerQuestion: 'answer_question',
  /** In settings. */
  settingsTopic: 'settings_topic',
  settingsRemoveService: 'settings_remove_service',
  settingsPerson: 'settings_person',
  settingsPeople: 'settings_people',
  settingsMentor: 'settings_mentor',
  settingsManager: 'settings_manager',
  settingsChannel: 'settings_channel',
  settingsChannels: 'settings_channels',
  settingsMode: 'settings_mode',
  settingsGroup: 'settings_group',
  settingsName: 'settings_name',
  settingsText: 'settings_text',
  settingsLink: 'settings_link',
  /** In screens. */
  back: 'back',
  cannotDo: 'cannot_do',
  getPerson: 'get_person',
  nameHelper: 'name_helper',
  stillHappening: 'still_happening',
  happened: 'happened',
  affected: 'affected',
  kinds: 'kinds',
  noticedBy: 'noticed_by',
  spreading: 'spreading',
  sensitive: 'sensitive',
  severity: 'severity',
  manager: 'manager',
  summaryText: 'summary_text',
  summaryWhen: 'summary_when',
  summaryAt: 'summary_at',
  stepText: 'step_text',
  stepConfidence: 'step_confidence',
  stepUndo: 'step_undo',
  stepMove: 'step_move',
  stepMenu: 'step_menu',
  playbook: 'playbook',
  remarkText: 'remark_text',
  questionText: 'question_text',
  answerText: 'answer_text',
  bossText: 'boss_text',
  noteText: 'note_text',
  helper: 'helper',
  smallOver: 'small_over',
  smallPlan: 'small_plan',
  newIncident: 'new_incident',
  resumeIncident: 'resume_incident',
} as const;

export type ActionId = (typeof actionIds)[keyof typeof actionIds];
export type ViewId = (typeof viewIds)[keyof typeof viewIds];
