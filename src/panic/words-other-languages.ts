import type { CueWords } from './cue-patterns.ts';

/**
 * The common words of Spanish, Portuguese, French, Italian, German, Dutch, and Hindi in Latin letters, in the notation
 * of `cue-patterns.ts`. Accents are gone after normalising.
 */
export const otherLanguages = {
  iDamaged: `
    (borre|elimine|rompi|la_cague|cague|me_cargue|sobrescribi|tire|perdi|apague|filtre)
    (apaguei|deletei|quebrei|excluí|exclui|vazei|derrubei|perdi|sobrescrevi|caguei)
    (jai|on_a)_<2>(supprime|efface|casse|detruit|ecrase|plante|perdu|vide|tout_casse|fait_tomber)
    ho_<2>(rotto|cancellato|eliminato|distrutto|perso|sovrascritto)
    (hab|habe)_<8>(geloscht|kaputt*|uberschrieben|verloren|abgeschossen|zerstort|zerschossen|gedroppt|geleakt|lahmgelegt)
    heb_<6>(verwijderd|gewist|kapot*|overschreven|gedropt|gesloopt)
    (maine|mene|mujhse|mere_se|humne)_<6>(delete|drop|uda|tod|break|truncate|wipe|leak)`,
  iActed: `
    (subi|mande|envie|ejecute|corri|desplegue|lance|publique|cambie)
    (mandei|enviei|rodei|subi|errei|executei|publiquei|mudei)
    (jai|on_a)_(envoye|publie|pousse|lance|deploye|execute|merge|modifie)
    ho_(mandato|inviato|lanciato|eseguito|pubblicato|cambiato)
    (hab|habe)_<8>(gepusht|geschickt|angeschrieben|ausgefuhrt|gesendet|gemerged|veroffentlicht|geandert|deployed)
    heb_<6>(gestuurd|gepusht|uitgevoerd|gedeployed)
    (kar_di|kar_diya|chala_diya|push_kar|bhej_diya|chala_di|kar_dala)`,
  accident: `
    sin_querer por_error por_accidente sem_querer por_engano par_erreur sans_faire_expres per_errore
    per_sbaglio aus_versehen versehentlich per_ongeluk galti_se`,
  wrongThing: `
    me_equivoque_de equivocad* errei_o errei_a (servidor|banco|ambiente)_errado me_suis_trompe_de
    mauvais_(serveur|environnement|bouton) mauvaise_(base|table)
    (falscher|falschen|falsche|falschem|verkehrten) sbagliat* verkeerde
    galat_(server|db|database|table|branch|account)`,
  production: `produccion producao produktion* prod_db produzione productie la_prod live_database`,
  gone: `
    se_perdieron perdido perdimos sumiu tudo_perdido est_perdu sont_perdu* est_vide alles_weg
    (ist|sind|alle)_<2>weg ist_geloscht ud_gaya udd_gaya ho_gaya_galti gayab alles_kwijt tutto_perso
    chala_gaya`,
  down: `
    caida caido no_funciona_nada nada_funciona caiu fora_do_ar est_tombe plus_rien_ne ne_marche_plus
    ist_<1>down alles_down nichts_geht down_ho_gay* ligt_plat non_funziona_niente e_giu`,
  myDoing: `
    mi_culpa desde_mi mi_cambio por_mi minha_culpa depois_do_meu meu_deploy ma_faute a_cause_de_mo*
    mon_deploiement meine_schuld nach_meinem mein_deployment mere_deploy meri_galti meri_wajah colpa_mia
    mijn_schuld`,
  askHelp: `
    ayuda ayudenme auxilio socorro me_ajuda preciso_de_ajuda a_laide maider au_secours besoin_daide
    aiuto hilfe mir_<1>helfen jemand_helfen help_ik kan_iemand koi_dekho koi_help madad bachao
    alguien_puede quelquun_peut necesito_ayuda`,
  urgent: `urgente ahora_mismo agora dringend sofort schnell vite jaldi subito spoed`,
  howUndo: `
    que_hago hay_backup o_que_eu_faco o_que_faco que_faire je_fais_quoi was_mach_ich was_soll_ich
    was_tun kya_karu kya_karun kya_kare tornare_indietro che_faccio cosa_faccio wat_nu`,
  distress: `
    mierda joder hostia merda puta caramba merde putain mist scheisse scheiße oh_nein yaar bhai cazzo
    madonna kut shit`,
  fired: `me_van_a_<1>(despedir|echar) vou_ser_demitido etre_vire gefeuert licenziat* ontslagen naukri`,
  everyone: `
    todos_los_usuarios a_todos los_usuarios clientes todos_os_clientes usuarios tous_les_clients
    alle_kunden alle_nutzer clienti klanten sab_log customers_ko sab_data`,
  sentToAll: `
    (mande|mandei|enviei|envie)_<4>(todos|todas|clientes|usuarios) jai_envoye_<5>(tous|toutes|clients) (alle|allen)_<2>(angeschrieben|geschickt|gemailt)`,
  secret: `clave contrasena senha mot_de_passe cle_privee schlussel passwort wachtwoord`,
  exposedTo: `repositorio_publico depot_public offentliche* pubblico publico`,
  valuable: `
    base_de_datos tabla datos banco dados base_de_donnees donnees tabelle datenbank daten commits
    tabella la_base`,
  unsure: `
    creo_que no_se_si acho_que sera_que peut_etre pas_sur vielleicht nicht_sicher lagta_hai
    non_sono_sicuro forse niet_zeker misschien`,
  askCheck: `
    alguien_puede_<1>(mirar|revisar|ver) alguem_(olha|ve|confere) quelquun_peut_(verifier|regarder)
    jemand_<1>(schauen|gucken|prufen) es_normal e_normal cest_normal ist_das_normal normal_hai
    cest_grave check_karoge etwas_kaputt was_kaputt algo_mal`,
  past: `
    hace_anos anos_atras il_y_a fruher vor_jahren ano_pasado ano_passado geschichte historia histoire
    purani letzte_woche la_semana_pasada anni_fa anoche`,
  planned: `
    manana amanha demain morgen segun_lo_planeado conforme_o_plano comme_prevu geplant domani reunion
    reuniao meeting`,
  resolved: `
    resuelto todo_listo salio_bien resolvido sem_problemas repare termine sans_souci in_ordnung
    erfolgreich erledigt koi_issue_nahi andato_bene groen ya_funciona theek`,
  harmlessPlace: `
    rama_local branch_local mi_rama minha_branch ma_branche alten_branch rama en_local lokal* alten
    viejo antigo ancien`,
  notUrgent: `no_es_urgente eilt_nicht pas_urgent nao_e_urgente`,
  howTo: `
    como_se como_faco comment_on wie_stelle_ich wie_kann furs_handbuch pour_la_doc* para_a_doc*
    documentacao documentation documentacion como_puedo`,
  joking: `jaja* kkk* rsrs mdr ptdr hihi`,
  everyday: `partido fahrrad tasse chai cafe kaffee almuerzo mittag* dejeuner pranzo`,
  positive: `
    gracias obrigado obrigada merci danke grazie bedankt shukriya buenos_dias bom_dia bonjour
    guten_morgen ciao goedemorgen`,
} as const satisfies CueWords;

/** Japanese and Chinese write without spaces, so these are looked for anywhere. */
export const withoutSpaces = {
  iDamaged: `削除してしまい 消してしまい 消しちゃ 壊してしまい 壊しちゃ 上書きしてしまい 落としてしまい 漏ら 删了 删除了 删掉 弄坏 搞坏 搞挂 搞砸 覆盖了 清空了 误删`,
  iActed: `してしまい してしまった しちゃい しちゃった ちゃった`,
  accident: `間違えて 間違って 誤って うっかり ミスで 不小心 误操作 手滑`,
  wrongThing: `間違った 違うサーバ 别的环境 错的 错了 搞错`,
  production: `本番 生产 线上 正式环境`,
  gone: `消えま 消えた 消えて 失われ なくなり 没了 丢了 不见了 都没`,
  down: `落ちま 落ちた 落ちて 動かな つながらな 挂了 崩了 打不开 宕机`,
  myDoing: `自分のせい 私のせい 私の変更 デプロイしたら 我部署 我的错 怪我 我改`,
  askHelp: `助けて ヘルプ 誰か 救命 帮忙 帮帮 谁能 求助`,
  urgent: `至急 急ぎ 今すぐ 紧急 马上 赶紧 快`,
  howUndo: `どうしたら どうすれば 戻せ 復旧できま 怎么办 怎么恢复 能恢复`,
  distress: `やばい ヤバい やらかし まずい どうしよう 申し訳 完蛋 糟了 坏了 天啊`,
  fired: `クビ 首にな 开除 被炒`,
  sentToAll: `全ユーザーに 全員に 所有用户发`,
  everyone: `全ユーザ 全員 お客 顧客 所有用户 全部用户 客户`,
  secret: `秘密鍵 パスワード 個人情報 密钥 密码`,
  exposedTo: `公開 public 公开 泄露`,
  valuable: `データ テーブル データベース 数据 数据库 表`,
  unsure: `かもしれま かも でしょうか 是不是 会不会 好像`,
  askCheck: `確認してもら 大丈夫でしょうか 大丈夫ですか 正常でしょうか 看一下 正常吗`,
  past: `昔 以前 去年 先週 上周`,
  planned: `予定 来週 明日 明天 下周 计划`,
  resolved: `復旧済 無事 完了しま 完成了 解決しま 終わりま 已恢复 已解决 解决了 修好`,
  harmlessPlace: `不要な ローカル 古い 本地`,
  howTo: `方法 ドキュメント 文档 手册`,
  joking: `笑 哈哈 www`,
  positive: `お疲れ ありがとう 早上好 谢谢`,
} as const satisfies CueWords;
