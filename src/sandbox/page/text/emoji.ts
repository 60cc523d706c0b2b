/**
 * The emoji this page draws, by Slack's short name. Not all of Slack's: those that people and apps use most.
 * A name that is missing here is shown as it was typed, between its colons.
 */
const table = `
+1 👍  thumbsup 👍  -1 👎  thumbsdown 👎  100 💯  wave 👋  raised_hand ✋  raised_hands 🙌
clap 👏  pray 🙏  muscle 💪  ok_hand 👌  point_right 👉  point_left 👈  point_up ☝️
point_down 👇  v ✌️  crossed_fingers 🤞  handshake 🤝  writing_hand ✍️  eyes 👀  brain 🧠
bust_in_silhouette 👤  busts_in_silhouette 👥  people_holding_hands 🧑‍🤝‍🧑
speaking_head_in_silhouette 🗣️  hugging_face 🤗  people_hugging 🫂  smile 😄  smiley 😃
grinning 😀  grin 😁  joy 😂  sweat_smile 😅  laughing 😆  blush 😊  slightly_smiling_face 🙂
upside_down_face 🙃  wink 😉  relieved 😌  heart_eyes 😍  thinking_face 🤔  neutral_face 😐
expressionless 😑  face_with_rolling_eyes 🙄  grimacing 😬  unamused 😒  sweat 😓
cold_sweat 😰  disappointed 😞  disappointed_relieved 😥  worried 😟  confused 😕
slightly_frowning_face 🙁  cry 😢  sob 😭  scream 😱  fearful 😨  flushed 😳  dizzy_face 😵
exploding_head 🤯  melting_face 🫠  pleading_face 🥺  face_with_peeking_eye 🫣
saluting_face 🫡  face_holding_back_tears 🥹  tired_face 😫  weary 😩  persevere 😣  angry 😠
rage 😡  sleeping 😴  zzz 💤  mask 😷  nerd_face 🤓  sunglasses 😎  partying_face 🥳  skull 💀
ghost 👻  robot_face 🤖  see_no_evil 🙈  facepalm 🤦  shrug 🤷  heart ❤️  orange_heart 🧡
yellow_heart 💛  green_heart 💚  blue_heart 💙  purple_heart 💜  white_heart 🤍  black_heart 🖤
broken_heart 💔  sparkles ✨  star ⭐  star2 🌟  fire 🔥  boom 💥  zap ⚡  snowflake ❄️
rainbow 🌈  sunny ☀️  sunrise 🌅  crescent_moon 🌙  first_quarter_moon 🌓  night_with_stars 🌃
cloud ☁️  umbrella ☔  ocean 🌊  seedling 🌱  herb 🌿  four_leaf_clover 🍀  tada 🎉
confetti_ball 🎊  gift 🎁  trophy 🏆  medal 🏅  rocket 🚀  ship 🚢  train 🚋  car 🚗
fire_engine 🚒  ambulance 🚑  rotating_light 🚨  construction 🚧  vertical_traffic_light 🚦
fire_extinguisher 🧯  sos 🆘  lifebuoy 🛟  ring_buoy 🛟  anchor ⚓  compass 🧭  world_map 🗺️
earth_africa 🌍  coffee ☕  tea 🍵  beer 🍺  pizza 🍕  cake 🍰  apple 🍎  white_check_mark ✅
heavy_check_mark ✔️  ballot_box_with_check ☑️  x ❌  negative_squared_cross_mark ❎  warning ⚠️
no_entry ⛔  no_entry_sign 🚫  octagonal_sign 🛑  stop_sign 🛑  exclamation ❗
heavy_exclamation_mark ❗  question ❓  grey_question ❔  grey_exclamation ❕  bangbang ‼️
interrobang ⁉️  information_source ℹ️  red_circle 🔴  large_orange_circle 🟠
large_yellow_circle 🟡  large_green_circle 🟢  large_blue_circle 🔵  large_purple_circle 🟣
large_brown_circle 🟤  white_circle ⚪  black_circle ⚫  radio_button 🔘  large_red_square 🟥
large_orange_square 🟧  large_yellow_square 🟨  large_green_square 🟩  large_blue_square 🟦
white_large_square ⬜  black_large_square ⬛  small_blue_diamond 🔹  small_orange_diamond 🔸
arrow_right ➡️  arrow_left ⬅️  arrow_up ⬆️  arrow_down ⬇️  arrow_upper_right ↗️
arrow_right_hook ↪️  leftwards_arrow_with_hook ↩️  arrows_counterclockwise 🔄  repeat 🔁
rewind ⏪  fast_forward ⏩  arrow_forward ▶️  double_vertical_bar ⏸️  black_square_for_stop ⏹️
one 1️⃣  two 2️⃣  three 3️⃣  four 4️⃣  five 5️⃣  six 6️⃣  seven 7️⃣  eight 8️⃣  nine 9️⃣
keycap_ten 🔟  zero 0️⃣  hash #️⃣  new 🆕  ok 🆗  up 🆙  soon 🔜  end 🔚  clock1 🕐  clock2 🕑
clock3 🕒  clock8 🕗  clock9 🕘  clock12 🕛  alarm_clock ⏰  stopwatch ⏱️  timer_clock ⏲️
hourglass ⌛  hourglass_flowing_sand ⏳  watch ⌚  calendar 📆  date 📅  spiral_calendar_pad 🗓️
bell 🔔  no_bell 🔕  loudspeaker 📢  mega 📣  speech_balloon 💬  thought_balloon 💭
left_speech_bubble 🗨️  telephone_receiver 📞  phone ☎️  telephone ☎️  pager 📟  iphone 📱
computer 💻  desktop_computer 🖥️  keyboard ⌨️  floppy_disk 💾  cd 💿  minidisc 💽
file_cabinet 🗄️  card_file_box 🗃️  wastebasket 🗑️  electric_plug 🔌  battery 🔋  bulb 💡
flashlight 🔦  mag 🔍  mag_right 🔎  microscope 🔬  telescope 🔭  satellite_antenna 📡  lock 🔒
unlock 🔓  closed_lock_with_key 🔐  key 🔑  shield 🛡️  hammer 🔨  wrench 🔧
hammer_and_wrench 🛠️  gear ⚙️  nut_and_bolt 🔩  link 🔗  paperclip 📎  pushpin 📌
round_pushpin 📍  scissors ✂️  pencil 📝  memo 📝  pencil2 ✏️  clipboard 📋  page_facing_up 📄
page_with_curl 📃  bookmark_tabs 📑  bookmark 🔖  book 📖  books 📚  notebook 📓  ledger 📒
newspaper 📰  file_folder 📁  open_file_folder 📂  bar_chart 📊  chart_with_upwards_trend 📈
chart_with_downwards_trend 📉  package 📦  inbox_tray 📥  outbox_tray 📤  email ✉️  envelope ✉️
incoming_envelope 📨  envelope_with_arrow 📩  mailbox 📫  money_with_wings 💸  moneybag 💰
credit_card 💳  balance_scale ⚖️  dart 🎯  game_die 🎲  puzzle_piece 🧩  jigsaw 🧩
crystal_ball 🔮  performing_arts 🎭  art 🎨  musical_note 🎵  microphone 🎤  camera 📷
movie_camera 🎥  test_tube 🧪  syringe 💉  pill 💊  adhesive_bandage 🩹  stethoscope 🩺
thermometer 🌡️  recycle ♻️  checkered_flag 🏁  triangular_flag_on_post 🚩
waving_white_flag 🏳️  house 🏠  office 🏢  door 🚪  ladder 🪜  bricks 🧱  bug 🐛  beetle 🪲
snail 🐌  turtle 🐢  dog 🐶  cat 🐱  unicorn_face 🦄  elephant 🐘  penguin 🐧  whale 🐳
crab 🦀  bee 🐝  honeybee 🐝  butterfly 🦋  copyright ©️  tm ™️  heavy_plus_sign ➕
heavy_minus_sign ➖  heavy_multiplication_x ✖️  infinity ♾️  globe_with_meridians 🌐
arrow_down_small 🔽  arrow_up_small 🔼
`;

const characters = new Map(
  table
    .trim()
    .split(/\s{2,}|\n/u)
    .map((entry): [string, string] => {
      const [name = '', character = ''] = entry.split(' ');
      return [name, character];
    }),
);

/**
 * @param name a short name without colons; a skin tone after `::` is passed over
 * @returns the character, or null when this page has none for it
 */
export function emojiCharacter(name: string): string | null {
  return characters.get(name.split('::')[0] ?? '') ?? null;
}
