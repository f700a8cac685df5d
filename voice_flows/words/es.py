"""The spoken words in Spanish, as it is spoken among Latin Americans in the United States, with "usted"."""

WORDS = {
    "who_is_calling": "Hola. Esta es una llamada automática de {group}. Usted pidió esta llamada.",
    "go_on": "Para continuar, oprima 1.",
    "press_one": "Para continuar, oprima 1. Si usted no pidió esta llamada, oprima 9.",
    "more_time_key": "Si necesita más tiempo, oprima 8.",
    "more_time": "En esta llamada le daremos el triple de tiempo.",
    "never_again_sure": (
        "Si no quiere que volvamos a llamar a este número nunca más, oprima 9 otra vez. Para volver, oprima 0."
    ),
    "not_understood": "Disculpe, no le entendimos.",
    "whom": (
        "Le comunicaremos con la oficina legislativa de {representative}, quien representa a {town}. El tema: "
        "{subject}. Esta llamada no se graba."
    ),
    "whom_listed": (
        "Le comunicaremos con la oficina legislativa de {representative}. El tema: {subject}. Esta llamada no se graba."
    ),
    "seat_vacant": "{passed_over}: ese puesto está vacante por ahora, así que no hay a quién llamar.",
    "no_number": "La Legislatura no publica ningún teléfono de {passed_over}, así que no podemos llamar a esa oficina.",
    "supports_already": "{passed_over} ya está a favor, así que no llamamos a esa oficina.",
    "held_back": "{passed_over}: por ahora esta campaña no llama a esa oficina, para no saturarla.",
    "other_turn": "Hoy llamamos a las oficinas por turnos, y ahora no es el turno de {passed_over}.",
    "several": "Es la primera de {total} oficinas. Usted decide en cada una.",
    "script_follows": "Esto es lo que puede decir, en inglés. Para comunicarse ya, oprima 1.",
    "script_follows_own": "Esto es lo que puede decir. Para comunicarse ya, oprima 1.",
    "thanks_follow": (
        "Esa oficina ya está a favor: esta llamada es para dar las gracias, en inglés. Para comunicarse ya, oprima 1."
    ),
    "thanks_follow_own": (
        "Esa oficina ya está a favor: esta llamada es para dar las gracias. Para comunicarse ya, oprima 1."
    ),
    "script_ends": "Eso es todo.",
    "ready": "Para comunicarse ahora, oprima 1. Para oír el texto otra vez, oprima 2.",
    "ready_points": "Para oír más razones, en inglés, oprima 5.",
    "ready_points_own": "Para oír más razones, oprima 5.",
    "ready_now": "Para comunicarse ahora, oprima 1.",
    "script_in_english": "Para oírlo en inglés, oprima 2.",
    "no_points": "No tenemos más razones que contarle.",
    "your_name": "… su nombre",
    "your_town": "… su ciudad o pueblo",
    "connecting": "Le comunicamos. Pida hablar con {representative}. Para volver con nosotros, oprima asterisco.",
    "connecting_no_star": "Le comunicamos. Pida hablar con {representative}.",
    "other_line": (
        "Ahora vamos a probar otra línea de {representative}. Para salir de ella y volver con nosotros, oprima "
        "asterisco."
    ),
    "other_line_no_star": "Ahora vamos a probar otra línea de {representative}.",
    "waits_turn": "Hay otras llamadas en esta línea. Su turno es el número {place_in_line}. Por favor, no cuelgue.",
    "waits_turn_next": "Hay otras llamadas en esta línea. El próximo turno es el suyo. Por favor, no cuelgue.",
    "waits_turn_keys": "Para volver a probar ahora, oprima 1. Para saltar esta oficina, oprima asterisco.",
    "resting": (
        "Hace un momento la línea de esta oficina estaba ocupada. Vamos a esperar unos minutos antes de volver a "
        "llamar."
    ),
    "left_in_peace": "Por ahora esta campaña no llama a la oficina de {representative}, para no saturarla.",
    "closed": "La oficina está cerrada ahora.",
    "closed_until": "La oficina está cerrada ahora. Abre {opens}.",
    "closed_message": "Para dejar ahora un mensaje de voz, oprima 1.",
    "closed_book": "Para que le llamemos cuando abra, oprima 2.",
    "wave_until": "Llamamos a las oficinas por turnos; el de esta llega {opens}.",
    "wave_book": "Para que le llamemos entonces, oprima 2.",
    "or_star": "Para pasar a la próxima oficina, oprima asterisco.",
    "leave_message": (
        "Le comunicamos con el buzón de voz. Después del tono, diga su nombre, dónde vive y lo que quiere pedir."
    ),
    "booked": "Le llamaremos {booked}.",
    "booked_code": (
        "Para cancelar la llamada, use la página, o llámenos desde este teléfono y marque {code}. Otra vez: {code}."
    ),
    "cannot_book": "No pudimos fijar una hora para llamarle. Por favor, llame otra vez cuando la oficina esté abierta.",
    "try_later": "Para que le llamemos otra vez en diez minutos, oprima 1. Si no, puede colgar.",
    "next_office": "Número {nth} de {total}: la oficina de {representative}.",
    "next_keys": (
        "Para comunicarse, oprima 1. Para oír lo que puede decir, oprima 2. Para saltar esta oficina, oprima asterisco."
    ),
    "office_busy": "La línea de la oficina está ocupada en este momento.",
    "office_no_answer": "En la oficina no contestó nadie.",
    "office_failed": "No pudimos comunicarnos con la oficina.",
    "how_did_it_go": (
        "¿Cómo le fue? Si habló con alguien, oprima 1. Si dejó un mensaje, oprima 2. Si nadie contestó, oprima 3. "
        "Si el buzón estaba lleno, oprima 4."
    ),
    "thanks_contact": "¡Muy bien! Cada conversación cuenta.",
    "thanks_voicemail": "Gracias. Los mensajes también cuentan.",
    "thanks_unavailable": "Gracias por intentarlo.",
    "thanks_mailbox_full": "Gracias. Por un rato no llamaremos a esa línea.",
    "try_again": "Por favor, intente de nuevo más tarde.",
    "no_key": "Usted no oprimió ninguna tecla, así que vamos a colgar.",
    "never_again": "Disculpe la molestia. Nunca más llamaremos a este número.",
    "peace_for_a_day": (
        "Disculpe la molestia. Durante 24 horas no llamaremos a este número, salvo a una hora ya acordada."
    ),
    "peace_for_good": (
        "Para que sea para siempre, oprima 9. Llamaremos ahora mismo a este número para confirmarlo, porque "
        "cualquiera puede falsificar el número desde el que llama."
    ),
    "peace_withheld": (
        "Su número está oculto, así que no sabemos a cuál dejar de llamar. Por favor, llame otra vez sin "
        "ocultarlo, u oprima 9 cuando le llamemos."
    ),
    "ring_back": (
        "Por favor, cuelgue ahora. Su teléfono sonará en un momento. Oprima 9 entonces, y nunca más llamaremos a "
        "ese número."
    ),
    "cannot_ring_back": (
        "Ahora no podemos llamarle. La próxima vez que le llamemos, oprima 9, y nunca más llamaremos a este número."
    ),
    "confirm": "Hola. Le habla {group}. Alguien nos llamó desde este número y pidió que nunca más lo llamáramos.",
    "confirm_keys": "Si fue usted, oprima 9. Si fue otra persona, oprima 1.",
    "not_asked": "Gracias. Entonces todo queda como estaba.",
    "peace_forget": (
        "Para que olvidemos todo lo que lleva a este número, oprima 6. También para eso llamaremos ahora a este número."
    ),
    "ring_to_forget": (
        "Por favor, cuelgue ahora. Su teléfono sonará en un momento. Oprima 6 entonces, y olvidaremos ese número. "
    ),
    "cannot_ring_to_forget": "Ahora no podemos devolverle la llamada. Inténtelo otra vez mañana, de día.",
    "confirm_forget": "Hola. Le habla {group}. Alguien nos pidió olvidar todo lo que lleva a este número.",
    "confirm_forget_keys": "Si fue usted, oprima 6. Si fue otra persona, oprima 1.",
    "forgotten": "Listo. Ya nada aquí lleva a este número, y la llamada que estaba acordada queda cancelada.",
    "forgotten_held": (
        "Listo, salvo las llamadas que pide un tribunal o una autoridad: las olvidamos cuando eso termine. "
    ),
    "forgotten_but": (
        "Hasta un mes queda una marca que impide que otros hagan sonar este teléfono. No dice el número a nadie. "
    ),
    "welcome": "Gracias por llamar a {group}.",
    "this_language": "Para español, oprima {press}.",
    "not_recorded": (
        "Le comunicaremos con la oficina de quien le representa en la Legislatura. El tema: {subject}. Esta "
        "llamada no se graba."
    ),
    "where": (
        "Marque o diga su código postal de cinco dígitos, o diga en qué ciudad o pueblo vive. Si tiene un código, "
        "márquelo y oprima la tecla numeral."
    ),
    "where_keyed": "Marque su código postal de cinco dígitos. Si tiene un código, márquelo y oprima la tecla numeral.",
    "where_listed": "Para continuar, oprima 1. Si tiene un código, márquelo y oprima la tecla numeral.",
    "where_help": (
        "No encontramos quién le representa. Llame al conmutador de la Legislatura, 6 1 7, 7 2 2, 2 0 0 0: ahí lo "
        "saben y le comunican."
    ),
    "agree": "{place}. Llamaremos a la oficina de {representative}.",
    "agree_town": "{place}.",
    "agree_keys": "Si es correcto, oprima 1. Para volver, oprima 0.",
    "which_one": "Más de una persona puede representar a {place}.",
    "which_place": "No estamos seguros de qué lugar quiso decir.",
    "which_senator": "Más de una persona puede representar a {place} en el Senado estatal.",
    "for_choice": "Para {choice}, oprima {press}.",
    "for_place": "Para {choice}, oprima {press}.",
    "back_key": "Para volver, oprima 0.",
    "too_many": "{place} tiene muchos distritos. Marque o diga su código postal de cinco dígitos.",
    "too_many_keyed": "{place} tiene muchos distritos. Marque su código postal de cinco dígitos.",
    "which_street": "Más de una persona representa a {place}: depende de su calle.",
    "street_said": "Diga el nombre de su calle. O marque sus primeras letras en el teclado, y después numeral.",
    "street_letters": "Marque las primeras letras de su calle en el teclado, y después numeral.",
    "street_skip": "Si prefiere no decirlo, marque 0 y después numeral.",
    "street_unknown": "No encontramos esa calle.",
    "which_of_streets": "¿Su calle es una de estas?",
    "is_this_street": "¿Su calle es esta?",
    "street_number": "En esa calle depende del número de la casa. Márquelo, y después numeral.",
    "which_area": "En más de una parte de {place} hay una calle con ese nombre.",
    "place_unknown": "No conocemos ese lugar en Massachusetts.",
    "place_outside": "Ese lugar está fuera de Massachusetts, y esta campaña llama a oficinas de Massachusetts.",
    "code_unknown": "No reconocemos ese código. Un código sirve por media hora.",
    "senator_instead": (
        "Para llamar a la oficina que le representa en el Senado estatal, oprima 1. Para volver, oprima 0."
    ),
    "code_accepted": "Gracias. Ahora puede seguir esta llamada en su página.",
    "have_booking": "Tenemos una hora para llamarle: {booked}. Para dejarla así, oprima 1. Para cancelarla, oprima 0.",
    "booking_canceled": "De acuerdo, entonces no le llamaremos.",
    "paused": "Gracias por llamar a {group}. Esta campaña está en pausa. Por favor, llame más adelante. Adiós.",
    "paused_until": "Gracias por llamar a {group}. Esta campaña está en pausa. Continúa {back}. Adiós.",
    "not_begun": "Gracias por llamar a {group}. Esta campaña empieza {back}. Por favor, llame entonces. Adiós.",
    "over": "Gracias por llamar a {group}. Esta campaña ya terminó. Adiós.",
    "too_often": "Ha llamado muchas veces en la última hora. Por favor, llame más tarde. Adiós.",
    "shows_no_number": (
        "Han llegado muchas llamadas con el número oculto. Por favor, llame sin ocultar su número, o llame más "
        "tarde. Adiós."
    ),
    "took_long": (
        "Esta llamada ya duró mucho, así que la terminamos aquí para dar paso a otras personas. Puede volver a "
        "llamar. Adiós."
    ),
    "call_yourself": (
        "Gracias por llamar a {group}. Ahora no podemos comunicarle. Por favor, llame directamente a "
        "{representative}, al {instead}. Lo que puede decir está en {page}. Adiós."
    ),
    "call_switchboard": (
        "Gracias por llamar a {group}. Ahora no podemos comunicarle. Por favor, llame directamente a la "
        "Legislatura, al {instead}, y pida hablar con quien le representa. Lo que puede decir está en {page}. Adiós."
    ),
    "office_who": (
        "Hola. Le habla {group}. Gente de su distrito nos pide que la comuniquemos con su oficina. El tema: {subject}."
    ),
    "office_reach_us": "Para comunicarse con nosotros, oprima 1.",
    "office_called_less": "Para pedir que llamemos menos a su oficina, o que no llamemos más, oprima 2.",
    "office_how_much_less": (
        "Para recibir menos llamadas, oprima 1. Para no recibir ninguna más, oprima 2. Para volver, oprima 0."
    ),
    "office_noted": "Gracias. Le avisaremos enseguida a la gente de {group}. Adiós.",
    "office_key": "Si llamamos a su oficina, oprima 7.",
    "no_campaign": "Ya no hay ninguna campaña en este número. Adiós.",
    "trouble": "Tuvimos un problema. Lo sentimos. Por favor, intente otra vez en unos minutos.",
    "unknown_call": "No pudimos encontrar esta llamada. Por favor, empiece otra vez desde la página de la campaña.",
    "goodbye": "Gracias por llamar. Puede comunicarse con {group} al {campaign_number}. Adiós.",
    "farewell": "Adiós.",
}

# None is both short and the same for a woman and a man: the sentences say "la oficina de" and the name.
TITLES = {"Representative": "", "Senator": ""}

# Said before the five digits of one.
ZIP_CODE = "código postal"

# The district of a vacant seat.
DISTRICT = "El distrito de {}"

# How the marks of an address are called: . / - :
ADDRESS_MARKS = ("punto", "barra", "guion", "dos puntos")

# Somebody's office, as a script names it.
OFFICE_OF = "la oficina de {}"

# How callers name this language when they are asked which one they speak.
CALLED = ("español", "espanol", "spanish", "castellano")

# What people also say to somebody beside the phone: it rings no office.
IN_PASSING = ("ok", "okay", "claro", "está bien", "adelante")

# What callers say instead of pressing a key; the number comes first. Last, what is no answer.
SPOKEN_KEYS = {
    "1": (
        "uno",
        "sí",
        "si",
        "claro",
        "correcto",
        "correcta",
        "adelante",
        "ok",
        "okay",
        "está bien",
        "comunicar",
        "comunicarme",
        "comuníqueme",
        "conectar",
        "conécteme",
        "dejar un mensaje",
        "dejar mensaje",
        "hablé",
    ),
    "2": ("dos", "dejé un mensaje", "dejé mensaje"),
    "3": ("tres", "nadie"),
    "4": ("cuatro", "lleno", "llena"),
    "5": ("cinco", "razones", "más razones"),
    "6": ("seis",),
    "7": ("siete",),
    "8": ("ocho", "más tiempo", "retransmisión", "subtítulos"),
    "9": ("nueve", "nunca", "nunca más"),
    "0": ("cero", "no", "atrás", "volver", "regresar", "cancelar", "incorrecto"),
    "*": ("asterisco", "estrella", "saltar", "sáltela", "siguiente", "próxima", "próximo", "próxima oficina"),
    "again": ("otra vez", "una vez más", "de nuevo", "repetir", "repita", "repite", "repítalo"),
    "": ("espere", "un momento", "un momentito", "un segundo", "un minuto"),
}
