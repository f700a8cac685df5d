"""The spoken words in Haitian Creole: recorded by `make voices`, since no carrier has a voice for it, or an ear."""

WORDS = {
    "who_is_calling": "Bonjou. Se yon apèl otomatik {group}. Se ou ki te mande l.",
    "go_on": "Pou kontinye, peze 1.",
    "press_one": "Pou kontinye, peze 1. Si se pa ou ki te mande apèl sa a, peze 9.",
    "more_time_key": "Si w bezwen plis tan, peze 8.",
    "more_time": "Nan apèl sa a n ap ba ou twa fwa plis tan.",
    "never_again_sure": "Pou nou pa janm rele nimewo sa a ankò, peze 9 yon lòt fwa. Pou retounen, peze 0.",
    "not_understood": "Eskize nou, nou pa t konprann.",
    "whom": "N ap rele biwo {representative}, ki reprezante {town}. Sijè a: {subject}. Nou p ap anrejistre.",
    "whom_listed": "N ap rele biwo {representative}. Sijè a: {subject}. Nou p ap anrejistre.",
    "seat_vacant": "{passed_over}: plas sa a vid kounye a, kidonk pa gen moun pou nou rele la.",
    "no_number": "Lejislati a pa bay nimewo telefòn pou {passed_over}, kidonk nou pa ka rele biwo sa a.",
    "supports_already": "{passed_over} deja dakò, kidonk nou pa bezwen rele biwo sa a.",
    "held_back": "{passed_over}: pou kounye a kanpay sa a pa rele biwo sa a, pou l pa gen twòp apèl.",
    "other_turn": "{passed_over}: jodi a nou rele biwo yo youn apre lòt, epi kounye a se pa tou pa l.",
    "several": "Se premye biwo nan {total}. Se ou ki deside pou chak biwo.",
    "script_follows": "Men sa ou ka di, an angle. Pou konekte touswit, peze 1.",
    "script_follows_own": "Men sa ou ka di. Pou konekte, peze 1.",
    "thanks_follow": "Biwo sa a deja dakò: apèl sa a se pou di mèsi, an angle. Pou konekte touswit, peze 1.",
    "thanks_follow_own": "Biwo sa a deja dakò: apèl sa a se pou di mèsi. Pou konekte touswit, peze 1.",
    "script_ends": "Se tout.",
    "ready": "Pou konekte kounye a, peze 1. Pou tande tèks la ankò, peze 2.",
    "ready_points": "Pou tande lòt rezon, an angle, peze 5.",
    "ready_points_own": "Pou tande lòt rezon, peze 5.",
    "ready_now": "Pou konekte, peze 1.",
    "script_in_english": "Pou tande l an angle, peze 2.",
    "no_points": "Nou pa gen lòt rezon pou nou ba ou.",
    "your_name": "… non ou",
    "your_town": "… vil ou",
    "connecting": "N ap konekte w. Mande {representative}. Pou tounen, peze etwal.",
    "connecting_no_star": "N ap konekte w. Mande {representative}.",
    "other_line": "Kounye a n ap eseye lòt liy {representative}. Pou kite l epi tounen jwenn nou, peze etwal.",
    "other_line_no_star": "Kounye a n ap eseye lòt liy {representative}.",
    "waits_turn": "Gen lòt apèl sou liy sa a. Tou pa ou se nimewo {place_in_line}. Tanpri, pa rakwoche.",
    "waits_turn_next": "Gen lòt apèl sou liy sa a. Apre yo, se tou pa ou. Tanpri, pa rakwoche.",
    "waits_turn_keys": "Pou eseye kounye a, peze 1. Pou sote biwo sa a, peze etwal.",
    "resting": "Liy biwo sa a te okipe talè a. N ap tann kèk minit anvan nou rele l ankò.",
    "left_in_peace": "Pou kounye a kanpay sa a pa rele biwo {representative}, pou l pa gen twòp apèl.",
    "closed": "Biwo a fèmen kounye a.",
    "closed_until": "Biwo a fèmen kounye a. L ap louvri {opens}.",
    "closed_message": "Pou kite yon mesaj vwa kounye a, peze 1.",
    "closed_book": "Pou nou rele w lè biwo a louvri, peze 2.",
    "wave_until": "Tou pa biwo sa a ap rive {opens}.",
    "wave_book": "Pou nou rele w lè sa a, peze 2.",
    "or_star": "Pou ale nan pwochen biwo a, peze etwal.",
    "leave_message": "N ap konekte ou ak repondè biwo a. Apre siyal la, di non ou, vil ou, ak sa w ap mande.",
    "booked": "N ap rele w {booked}.",
    "booked_code": "Pou anile sa, ale sou paj la, oswa rele nou ak telefòn sa a epi peze {code}. Yon lòt fwa: {code}.",
    "cannot_book": "Nou pa t jwenn yon lè pou nou rele w. Tanpri, rele ankò lè biwo a louvri.",
    "try_later": "Pou nou rele w ankò nan dis minit, peze 1. Sinon, ou ka rakwoche.",
    "next_office": "Nimewo {nth} sou {total}: biwo {representative}.",
    "next_keys": "Pou konekte, peze 1. Pou tande sa ou ka di, peze 2. Pou sote biwo sa a, peze etwal.",
    "office_busy": "Liy biwo a okipe kounye a.",
    "office_no_answer": "Pèsonn pa reponn nan biwo a.",
    "office_failed": "Nou pa t ka jwenn liy biwo a.",
    "how_did_it_go": (
        "Kouman sa pase? Si ou pale ak yon moun, peze 1. Si ou kite mesaj, peze 2. Si pèsonn pa reponn, peze 3. Si "
        "bwat mesaj la plen, peze 4."
    ),
    "thanks_contact": "Bèl bagay! Chak konvèsasyon konte.",
    "thanks_voicemail": "Mèsi. Mesaj yo konte tou.",
    "thanks_unavailable": "Mèsi dèske ou eseye.",
    "thanks_mailbox_full": "Mèsi. Nou p ap rele liy sa a pou yon ti tan.",
    "try_again": "Tanpri, eseye ankò pita.",
    "no_key": "Ou pa peze okenn touch, kidonk n ap rakwoche kounye a.",
    "never_again": "Eskize nou pou deranjman an. Nou p ap janm rele nimewo sa a ankò.",
    "peace_for_a_day": (
        "Eskize nou pou deranjman an. Pandan 24 èdtan nou p ap rele nimewo sa a, sof si te gen yon lè nou te dakò "
        "anvan."
    ),
    "peace_for_good": (
        "Pou sa dire tout tan, peze 9. N ap rele nimewo sa a kounye a pou nou verifye, paske nenpòt moun ka fè "
        "tankou l ap rele ak yon lòt nimewo."
    ),
    "peace_withheld": (
        "Nimewo ou kache, kidonk nou pa konnen ki nimewo pou nou sispann rele. Tanpri, rele ankò san ou pa kache "
        "l, oswa peze 9 lè nou rele ou."
    ),
    "ring_back": (
        "Tanpri, rakwoche kounye a. Telefòn ou ap sonnen talè konsa. Peze 9 lè sa a, epi nou p ap janm rele l ankò."
    ),
    "cannot_ring_back": (
        "Nou pa ka rele w kounye a. Pwochen fwa nou rele w, peze 9, epi nou p ap janm rele nimewo sa a ankò."
    ),
    "confirm": "Bonjou. Se {group}. Yon moun te rele nou ak nimewo sa a, epi li te mande pou nou pa janm rele l ankò.",
    "confirm_keys": "Si se te ou menm, peze 9. Si se te yon lòt moun, peze 1.",
    "not_asked": "Mèsi. Enben, tout bagay rete jan yo te ye.",
    "peace_forget": "Pou nou bliye tout sa ki mennen nan nimewo sa a, peze 6. Pou sa tou, n ap rele l kounye a.",
    "ring_to_forget": (
        "Tanpri, rakwoche kounye a. Telefòn ou ap sonnen talè konsa. Peze 6 lè sa a, epi n ap bliye nimewo sa a. "
    ),
    "cannot_ring_to_forget": "Nou pa ka rele w kounye a. Tanpri, eseye ankò demen, lajounen.",
    "confirm_forget": "Bonjou. Se {group}. Yon moun mande pou nou bliye tout sa ki mennen nan nimewo sa a.",
    "confirm_forget_keys": "Si se te ou menm, peze 6. Si se te yon lòt moun, peze 1.",
    "forgotten": (
        "Se fèt. Pa gen anyen isit la ki mennen nan nimewo sa a ankò, epi si te gen yon apèl pou pita, li anile. "
    ),
    "forgotten_held": ("Se fèt, sof pou apèl yon tribinal oswa yon otorite mande. N ap bliye yo lè sa fini. "),
    "forgotten_but": (
        "Pandan yon mwa pou pi plis gen yon mak ki rete pou lòt moun pa fè telefòn sa a sonnen. "
        "Li pa di pèsonn nimewo a. "
    ),
    "welcome": "Mèsi dèske ou rele {group}.",
    "this_language": "Pou kreyòl ayisyen, peze {press}.",
    "not_recorded": "N ap konekte w ak biwo moun ki reprezante w la. Sijè a: {subject}. Nou p ap anrejistre apèl sa a.",
    "where": (
        "Peze oswa di zip kòd ou, ki gen senk chif, oswa di non vil ou. Si w gen yon kòd, peze kòd la, epi peze dyèz."
    ),
    "where_keyed": "Peze zip kòd ou, ki gen senk chif. Si w gen yon kòd, peze kòd la, epi peze dyèz.",
    "where_listed": "Pou kontinye, peze 1. Si w gen yon kòd, peze kòd la, epi peze dyèz.",
    "where_help": (
        "Nou pa t jwenn ki moun ki reprezante w. Rele State House la, 6 1 7, 7 2 2, 2 0 0 0: yo konnen, epi y ap "
        "konekte w."
    ),
    "agree": "{place}. N ap rele biwo {representative}.",
    "agree_town": "{place}.",
    "agree_keys": "Si se sa, peze 1. Pou retounen, peze 0.",
    "which_one": "{place}: ka gen plizyè biwo.",
    "which_place": "Nou pa fin sèten ki kote ou vle di a.",
    "which_senator": "{place}: ka gen plizyè senatè.",
    "for_choice": "Pou {choice}, peze {press}.",
    "for_place": "Pou {choice}, peze {press}.",
    "back_key": "Pou retounen, peze 0.",
    "too_many": "{place}: gen anpil reprezantan. Peze oswa di zip kòd ou, ki gen senk chif.",
    "too_many_keyed": "{place}: gen anpil reprezantan. Peze zip kòd ou, ki gen senk chif.",
    "which_street": "{place} gen plizyè biwo: sa depann de ri ou.",
    "street_said": "Di non ri ou. Oswa peze premye lèt li yo sou klavye a, epi peze dyèz.",
    "street_letters": "Peze premye lèt ri ou sou klavye a, epi peze dyèz.",
    "street_skip": "Si ou pito pa di, peze 0 epi dyèz.",
    "street_unknown": "Nou pa jwenn ri sa a.",
    "which_of_streets": "Èske ri ou se youn nan sa yo?",
    "is_this_street": "Èske se ri ou sa a?",
    "street_number": "Nan ri sa a, sa depann de nimewo kay la. Peze li, epi peze dyèz.",
    "which_area": "Plizyè pati nan {place} gen yon ri ki rele konsa.",
    "place_unknown": "Nou pa konnen kote sa a nan Massachusetts.",
    "place_outside": "Kote sa a pa nan Massachusetts, epi kanpay sa a rele biwo ki nan Massachusetts.",
    "code_unknown": "Nou pa rekonèt kòd sa a. Yon kòd bon pou demi èdtan.",
    "senator_instead": "Pou rele senatè eta ou a pito, peze 1. Pou retounen, peze 0.",
    "code_accepted": "Mèsi. Kounye a ou ka swiv apèl sa a sou paj ou a.",
    "have_booking": "Nou gen yon lè pou nou rele ou: {booked}. Pou kenbe sa, peze 1. Pou anile sa, peze 0.",
    "booking_canceled": "Dakò, nou p ap rele ou.",
    "paused": "Mèsi dèske ou rele {group}. Kanpay sa a ap pran yon poz. Tanpri, rele pita. Orevwa.",
    "paused_until": "Mèsi dèske ou rele {group}. Kanpay sa a ap pran yon poz. L ap kontinye {back}. Orevwa.",
    "not_begun": "Mèsi dèske ou rele {group}. Kanpay sa a ap kòmanse {back}. Tanpri, rele lè sa a. Orevwa.",
    "over": "Mèsi dèske ou rele {group}. Kanpay sa a fini. Orevwa.",
    "too_often": "Ou rele anpil fwa nan inèdtan ki sot pase a. Tanpri, rele pita. Orevwa.",
    "shows_no_number": (
        "Anpil apèl rive ak nimewo ki kache. Tanpri, rele ankò san ou pa kache nimewo ou, oswa rele pita. Orevwa."
    ),
    "took_long": "Apèl sa a dire anpil, kidonk nou fini l la pou lòt moun ka pase. Ou ka rele ankò. Orevwa.",
    "call_yourself": (
        "Mèsi dèske ou rele {group}. Nou pa ka konekte ou kounye a: tanpri, rele {representative} ou menm, nan "
        "{instead}; sa pou ou di a nan {page}. Orevwa."
    ),
    "call_switchboard": (
        "Mèsi dèske ou rele {group}. Nou pa ka konekte ou kounye a: rele lejislati a nan {instead}, epi mande "
        "reprezantan ou; sa pou ou di a nan {page}. Orevwa."
    ),
    "office_who": "Bonjou. Se {group}. Moun nan distri w mande nou konekte yo ak biwo w. Sijè a: {subject}.",
    "office_reach_us": "Pou jwenn nou, peze 1.",
    "office_called_less": "Pou mande nou rele biwo w mwens, oswa pa rele l ditou, peze 2.",
    "office_how_much_less": "Pou nou rele w mwens, peze 1. Pou nou pa rele w ankò, peze 2. Pou retounen, peze 0.",
    "office_noted": "Mèsi. N ap avize moun {group} yo touswit. Orevwa.",
    "office_key": "Si nou te rele biwo w, peze 7.",
    "no_campaign": "Pa gen kanpay nan nimewo sa a ankò. Orevwa.",
    "trouble": "Gen yon pwoblèm bò kote pa nou. Nou regrèt sa. Tanpri, eseye ankò nan kèk minit.",
    "unknown_call": "Nou pa t jwenn apèl sa a. Tanpri, rekòmanse sou paj kanpay la.",
    "goodbye": "Mèsi dèske ou rele. Ou ka jwenn {group} nan {campaign_number}. Orevwa.",
    "farewell": "Orevwa.",
}

# Creole has one word for a woman and a man.
TITLES = {"Representative": "Reprezantan", "Senator": "Senatè"}

# Said before the five digits of one.
ZIP_CODE = "zip kòd"

# The district of a vacant seat.
DISTRICT = "Distri {}"

# How the marks of an address are called: . / - :
ADDRESS_MARKS = ("pwen", "ba", "tirè", "de pwen")

# Somebody's office, as a script names it.
OFFICE_OF = "biwo {}"

# How callers name this language when they are asked which one they speak.
CALLED = ("kreyòl", "kreyol", "creole", "haitian", "haitian creole", "ayisyen")

# What people also say to somebody beside the phone: it rings no office.
IN_PASSING = ("se sa",)

# What callers say instead of pressing a key, the number first, as one writes it out; no carrier listens in Creole.
SPOKEN_KEYS = {
    "1": ("yon", "youn", "wi", "se sa", "konekte", "kontinye"),
    "2": ("de", "mwen kite mesaj"),
    "3": ("twa", "pèsonn"),
    "4": ("kat", "plen"),
    "5": ("senk", "rezon", "lòt rezon"),
    "6": ("sis",),
    "7": ("sèt",),
    "8": ("uit", "plis tan", "sèvis relè", "soutit"),
    "9": ("nèf", "janm"),
    "0": ("zewo", "non", "retounen", "anile"),
    "*": ("etwal", "sote", "pwochen", "lòt biwo", "yon lòt biwo"),
    "again": ("ankò", "yon lòt fwa", "repete"),
    "": ("tann", "yon moman", "yon ti moman", "yon minit", "yon segonn"),
}
