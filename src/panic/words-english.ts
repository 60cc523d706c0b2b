import type { CueWords } from './cue-patterns.ts';

/**
 * The words of each cue in English, in the notation of `cue-patterns.ts`, over normalised text: lower case and without
 * apostrophes, so `can't` is `cant`.
 */

/** Lists that several cues share. */
export const englishLists = {
  I: `i ive we weve id ill`,
  my: `my our`,
  fillers: `
    just have had accidentally accidently mistakenly think thought may might already also so somehow
    totally now then only i ive maybe possibly stupidly completely literally be was has been did all
    fully`,
  damage: `
    deleted delted deletd dropped droped wiped nuked truncated erased purged overwrote overwritten
    overwrite destroyed broke broken brok borked bricked killed crashed corrupted trashed leaked exposed
    messed_up messed screwed_up screwed fucked_up fucked effed_up botched took_down took_<2>down
    taken_down brought_down lost_<2>(data|key|keys|everything|backup*|work|weeks|days) rmd rm_rf rm_rfd (ran|run)_<3>(destroy|drop|truncate|purge|wipe) formatted flushed locked_out locked terminated unplugged
    blew_away blew_up nuke emptied zeroed doubled double_charged overcharged shut_down shut_off
    destroying got_phished been_phished phished compromised ruined caused`,
  act: `
    pushed force_pushed sent emailed mailed messaged charged refunded paid revoked disabled rebooted
    restarted reset reverted ran run executed merged deployed released granted uploaded published
    committed approved clicked typed changed removed set applied updated rotated disconnected closed
    opened entered pasted posted shared migrated scaled rolled_out turned_off switched_off made put
    started stopped cancelled canceled invited moved renamed replaced did gave forgot ordered
    transferred submitted installed uninstalled`,
  thing: `
    db database server table env* branch tab window account accounts person people list recipient*
    customer* cluster bucket terminal region volume disk key record records breaker phone amount* price*
    one host machine instance channel certificate process project ip file folder repo user users client
    address command button context namespace directory tenant console service device subnet dns screen
    drive`,
  change: `
    change changes deploy deployment commit pr merge migration script query update release flag push
    fix rollout patch import command terraform test config cleanup backfill`,
} as const satisfies CueWords;

/** What speaks for somebody in trouble. */
export const englishAlarm = {
  iDamaged: `{I}_{fillers}_{damage} (me|myself)_<2>{damage}`,
  damaged: `{damage} deleting tearing_down removing wiping overwriting`,
  iActed: `{I}_{fillers}_{act}`,
  accident: `
    accidentally accidently accidentaly accident by_mistake mistakenly unintentionally inadvertently
    in_error didnt_mean_to without_thinking without_reading by_accident mistake without_<2>where
    where_clause`,
  wrongThing: `
    wrong_<1>{thing}
    mixed_up instead_of_<2>(staging|local|test|dev|one|mine) thought_<3>(staging|test|local|dev)
    not_just_mine wasnt_staging wasnt_the_test* on_the_wrong in_the_wrong to_the_wrong not_staging
    not_the_test more_than_<4>supposed_to`,
  production: `
    prod prd production on_live to_live in_live against_live
    live_<1>(db|database|data|site|system|server|host|env*|config|cluster|one|table*|product) its_live
    the_live_<1>(one|db|system) was_live the_real_<1>(one|db|database|thing|server|data|customers)
    real_(user*|customer*|account*|data|people|money)`,
  valuable: `
    db database databases table tables bucket backup backups volume rows schema snapshot snapshots disk
    repo repository cluster data users dns domain main_branch master invoices payments orders records
    uploads namespace queue topic bill* payroll photos contracts everyones redis vm load_balancer
    firewall certificate cert`,
  everyone: `
    customers customer clients all_users everyone everybody everyones everybodys
    every_(user|customer|client|row|machine|account|order|record|email) the_whole
    whole_<1>(list|company|site|db|database|table|catalogue|catalog)
    all_<1>(customers|users|clients|hands|services|pods|rows|sessions|orders) people_can stores_are
    patients (our|real|all_our)_users user_accounts users_(are|have|cant|now|got|see)
    customers_<1>(are|see|cant) sessions`,
  sentToAll: `
    (sent|emailed|mailed|messaged|charged|refunded|invited|texted|notified|email*)_<5>(everyone|everybody|every|all|whole|customers|users|list|##*)`,
  secret: `
    secret secrets password passwords credential* creds api_key api_keys aws_key* private_key
    access_key* tokens pii confidential personal_data medical salaries ssh_key`,
  exposedTo: `
    public_<2>(repo|repository|bucket|link|channel|registry|github|gist|access) to_the_public
    external_<1>(address|person|company|channel) on_github to_github outside_the_company leaked phish*
    fake_page compromised publicly to_a_customer to_the_client see_each_others arent_mine`,
  gone: `
    gone (is|are|looks|be|now)_<1>empty the_<2>empty vanished disappeared nothing_left
    count_is_<1>(zero|0) not_coming_back wont_come_back wont_start wont_boot cant_get_<3>back only_copy
    only_backup no_backup* all_gone everything_<2>gone is_zero 0_rows zero_rows losing_data
    lost_<2>(data|everything|hours|weeks|days|customer|uploads|orders|sessions) data_loss`,
  down: `
    (is|are|its|went|go|goes|going|site|everythings|all|everything|came|come|prod|production|services)_<1>down
    unreachable not_resolving returning_5## 5##s 5##_for crashloop* crashing locked_out
    (nobody|noone|no_one|none_of_us|people)_<1>(can|cant)*
    (is|are|everythings|everything|broke|broken)_<1>(broken|failing|dead|dark|on_fire)
    nothing_<1>(works|starts|loads|work|working) fell_over bricked not_working wont_start shows_errors
    erroring errors_everywhere offline stopped_working outage`,
  spreading: `
    still_(deleting|running|charging|sending|going|removing|writing)
    (cant|cannot|how_do_i|how_to|dont_know_how_to)_<1>(stop|cancel|kill|undo|recall)_<3>(it|this|that|them|the|a)
    every_second
    (is|are|keeps|started|its)_(deleting|tearing|removing|charging|wiping|overwriting|dropping|emailing|refunding)
    pouring_in keeps_<1>(sending|failing|running|growing)
    stop_the_<2>(job|script|import|campaign|migration)`,
  myDoing: `
    {my}_<2>{change} {my}_(cron|batch|cleanup|import)_job
    (since|after)_i because_of_me its_me my_fault my_bad my_mistake i_caused was_me i_did_this
    i_did_<2>(bad|terrible|stupid|wrong) what_i_did what_have_i_done what_ive_done
    (job|script|query|update|apply|command)_i_(started|ran|did|wrote|rolled)`,
  agentDid: `(agent|copilot|claude|cursor|bot|ai|assistant)_<8>(dropped|deleted|removed|wiped|removing|deleting|ran|pushed|force)`,
  askHelp: `
    please_help pls_help plz_help plz help_me help_please help_pls need_<1>help help_needed
    someone_<1>help anyone_<1>help send_help sos hlep halp mayday
    (can|could)_(someone|anyone|somebody|anybody|sb)_<2>(help|look|undo|revert|call|fix|stop|come|restore|get|assist|jump)
    need_<1>(someone|somebody|hands|an_adult|a_grown*) who_can_<1>(revert|help|restore|undo|fix|stop)
    (anyone|anybody|someone|somebody)_<1>(around|awake|online|there|here|senior|please) any_senior
    please_revert call_me please_please someone_who somebody_who who_knows who_has_a_backup please_stop
    tell_me_there need_to_report need_<1>hands need_eyes`,
  urgent: `
    right_now asap urgent urgently immediately emergency fast quickly as_soon_as_possible hurry
    in_an_hour in_one_hour rn critical right_away straight_away`,
  howUndo: `
    what_(do|should|can|shall)_(i|we)_do what_to_do wat_do what_now idk_what_to_do
    how_(do|can|to)_(i|we)_<1>(fix|undo|recover|restore|revert|roll|stop|cancel|turn|recall|bring|get|unsend|rollback)
    can_<2>(undo|undone|recalled|recall|restored|recovered|reverted|unsend)
    (any|a)_way_to_<1>(undo|revert|recover|get|restore|stop|recall) is_there_<1>(backup|snapshot)
    there_is_a_(snapshot|backup) not_sure_how_to_recover get_it_back get_them_back`,
  distress: `
    oh_no oh_shit oh_god oh_fuck omg omfg shit fuck fml crap damn freaking_out panic panicking freak
    so_sorry very_sorry be_sick feel_sick terrified scared shaking crying nightmare catastrophe terrible
    badly really_bad very_bad serious_<1>(error|mistake|problem) cant_believe_<2>(i|did|this|it)
    an_idiot so_stupid screwed doomed fuckup fucked emojicry uh_oh uhoh oh_dear oh_man god jesus wtf
    we_have_a_problem big_problem huge_problem really_messed im_dead idiot scared_to ashamed so_dead
    so_fired what_have_i_done bad_<1>happened terrible_happened i_am_so_sorry im_sorry noo no_no_no ffs
    help_help`,
  fired: `(get|be|getting|im|am_i)_<3>fired fire_me lose_my_job losing_my_job be_sacked my_job get_sacked`,
  broadcast: `emojibroadcast`,
  hedges: `might_have may_have not_sure maybe maybe_i possibly i_hope wasnt_sure could_be_me might_be_me`,
  unsure: `
    i_think_i i_think_<2>my might_have may_have not_sure maybe_i possibly i_hope worried should_i_worry
    something_i_did feels_wrong wasnt_sure could_be_me might_be_me no_idea_if im_afraid`,
  askCheck: `
    (can|could|would)_(someone|anyone|somebody|anybody|you)_<3>(check|confirm|verify|check_if|double)
    double_check is_it_ok is_that_ok is_this_ok is_that_a_problem is_that_normal is_this_normal
    normal_[?] is_that_expected is_this_expected expected_[?] supposed_to_[?] supposed_to_<4>[?] did_i
    did_my was_that is_it_safe is_it_something_i should_this does_this_command did_i_just
    (looks|look|looked|somethings|something)_<2>(weird|odd|off|strange|wrong) lower_than
    anyone_else_<2>(having|seeing|trouble) slow_for_you would_<2>affect`,
} as const satisfies CueWords;

/** What speaks against it. */
export const englishCalm = {
  past: `
    years_ago months_ago weeks_ago long_ago days_ago
    last_(week|month|year|quarter|night|sprint|time|two|three) once_<2>(deleted|dropped|broke|ran)
    back_in back_when story remember_when do_you_remember when_i_was used_to the_other_day yesterday
    in_my_(first|last|previous|old) my_first ago career lesson lessons postmortem post_mortem
    incident_review retro retrospective in_20## that_time turned_out at_my_(last|old|previous)`,
  hypothetical: `
    what_if imagine
    if_(you|someone|anyone|somebody|it|the|that|they|this|there|nobody|i_close|i_delete|we_lose|i_ever|we)
    suppose hypothetical* lets_say would_you would_it would_be it_would id_rather procedure policy drill
    game_day simulat* interview when_you be_careful dont_forget never_deploy in_theory in_case whenever
    every_time`,
  planned: `
    planned as_planned going_to_<1>(drop|remove|delete|switch|deploy) tomorrow
    next_(week|month|year|sprint|quarter|monday) scheduled maintenance we_should we_could lets will_be
    tonight reminder i_will ill_<2>(take|fix|drop|delete|do|remove|clean|open|add) want_to
    need_to_<1>(remove|delete|drop|decide) proposal plan_is`,
  resolved: `
    fixed resolved all_good false_alarm back_to_normal is_back are_back recovered restored solved
    nevermind never_mind nvm rolled_back operational no_action sorted works_now working_now updated_it
    all_clear no_harm crisis_averted phew nothing_was nothing_lost green_again
    already_(fixed|know|reverted|restored) under_control ticket_closed all_done is_done im_done on_it finished passed successfully
    starting_again recreating can_close`,
  harmlessPlace: `
    local locally my_<1>machine my_<1>laptop sandbox dev_<1>(server|env*|db|database|cluster|box)
    throwaway demo node_modules feature_branch my_<2>branch old_branch
    test_(tenant|db|database|account|data|env*|server) localhost docker homelab vm minikube dead_code
    unused stale dotfiles seed cache tmp old_<1>(tickets|branch|driver|index|endpoint|files)`,
  staging: `staging stage test_env* qa`,
  everyday: `
    cake lunch coffee tea kitchen fridge sandwich bakery snack* pizza movie film song game match glasses
    sofa bus bike train weekend cat dog beer office printer whiteboard weather dinner breakfast cookies
    cookie gym hotel conference holiday holidays birthday kids daughter son wife husband car desk shoes
    diet donut* playlist netflix football team_won deal ticket mug jet_lag phone_in garage concert
    plants keyboard chair sink talk presentation book`,
  joking: `
    lol lolol haha* hehe lmao lmfao rofl jk kidding funny emojilaugh emojiglad legend meme tweet joke
    rip yeah yay woohoo cute`,
  others: `
    (customer|client|vendor|user|partner)_(sent|deleted|gave|wrote|uploaded|overwrote)
    (he|she|they|bob|mike|someone|somebody|vendor|intern|colleague|company)_<2>(deleted|dropped|broke|said|told|wiped|lost|ran|wrote|are|removed|reported|asked|leaked|says|is|have)
    a_customer_<2>(says|said|asked|reports|reported|deleted|wrote)
    customer_<1>(says|said|asks|asked|reported) user_report
    the_(client|user|vendor|customer)_<1>(says|said|asked|confirmed|reported|wants|network) vendors
    other_team another_(company|team) article news blog quote did_you_(see|hear|read) read_this
    support_is_on_it github_is aws_is slack_is fyi`,
  advice: `
    you_(can|should|could|have|need|must|want|might|may|dont|will) youre your
    just_(delete|remove|restart|run|use|try|drop|reset) try make_sure should_(fix|work|be) have_you
    did_you do_you are_you you`,
  howTo: `
    how_(do|can|to|does|would)_<1>(run|install|use|set|configure|handle|protect|make|check|find|know|you|enable|change|add|remove)
    what_does what_is whats what_are any_idea does_(anyone|anybody)_know which recommended tutorial
    difference_between is_there_a_<1>(way_to_<1>protect|library|tool|difference) why_is_this who_owns
    procedure where_is is_it_possible guide runbook docs documentation doc wiki`,
  ownComputer: `
    ubuntu windows grub gnome kde nvidia boot booting wifi usb
    my_<1>(pc|hdd|computer|desktop|mac|macbook|panel|taskbar) dual_boot driver* kernel distro partition*
    wine compiz sound_card monitor apt_get live_cd hdd firefox flash mint debian fedora steam`,
  notUrgent: `
    not_urgent no_rush no_hurry not_important when_you_have asking_for_a for_testing no_worries
    small_(bug|typo|mistake) typo fix_tomorrow minor`,
  negated: `
    (didnt|dont|never|wasnt|havent|wont|not|nobody|cant|without|doesnt|isnt|arent)_<2>(delete|deleted|drop|dropped|break|broken|broke|lose|lost|down|urgent|affected|problem|problems|trouble|panic|literally|impact)
    (nothing|no_data|no)_<2>(lost|broken|affected|missing|loss|downtime|issues|in_it) zero_downtime
    no_problem*`,
  positive: `
    thanks thank_you thx great congrats congratulations nice awesome cool
    good_(morning|work|job|question|news|point) sounds_good well_done love welcome happy like_it
    looks_good stable verified`,
  machine: `
    firing alert incident_#* cpu_usage service_<1>env build_failed error_<1>connect econnrefused
    relation fatal deployment_<2>started select insert_into drop_table_if delete_from git_reset const
    await sudo apt* traceback exception warning`,
} as const satisfies CueWords;
