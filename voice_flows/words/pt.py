"""The spoken words in Portuguese, as it is spoken among Brazilians."""

WORDS = {
    "who_is_calling": "Olá. Esta é uma ligação automática de {group}. Você pediu esta ligação.",
    "go_on": "Para continuar, aperte 1.",
    "press_one": "Para continuar, aperte 1. Se você não pediu esta ligação, aperte 9.",
    "more_time_key": "Se precisa de mais tempo, aperte 8.",
    "more_time": "Nesta ligação você terá o triplo do tempo.",
    "never_again_sure": (
        "Se não quer que a gente ligue nunca mais para este número, aperte 9 outra vez. Para voltar, aperte 0."
    ),
    "not_understood": "Desculpe, não entendemos.",
    "whom": (
        "Vamos passar a ligação para o gabinete de {representative}, que representa {town}. O assunto: {subject}. "
        "Esta ligação não é gravada."
    ),
    "whom_listed": (
        "Vamos passar a ligação para o gabinete de {representative}. O assunto: {subject}. Esta ligação não é gravada."
    ),
    "seat_vacant": "{passed_over}: essa cadeira está vaga no momento, então não há para quem ligar.",
    "no_number": (
        "O Legislativo não divulga nenhum telefone de {passed_over}, então não podemos ligar para esse gabinete."
    ),
    "supports_already": "{passed_over} já está a favor, então não ligamos para esse gabinete.",
    "held_back": (
        "{passed_over}: por enquanto esta campanha não liga para esse gabinete, para não sobrecarregar a linha."
    ),
    "other_turn": "Hoje ligamos para os gabinetes por turnos, e agora não é a vez de {passed_over}.",
    "several": "É o primeiro de {total} gabinetes. Você decide em cada um.",
    "script_follows": "É isto que você pode dizer, em inglês. Para falar já, aperte 1.",
    "script_follows_own": "É isto que você pode dizer. Para falar já, aperte 1.",
    "thanks_follow": (
        "Esse gabinete já está a favor: esta ligação é para agradecer, em inglês. Para falar já, aperte 1."
    ),
    "thanks_follow_own": "Esse gabinete já está a favor: esta ligação é para agradecer. Para falar já, aperte 1.",
    "script_ends": "É só isso.",
    "ready": "Para falar agora com o gabinete, aperte 1. Para ouvir o texto de novo, aperte 2.",
    "ready_points": "Para ouvir mais motivos, em inglês, aperte 5.",
    "ready_points_own": "Para ouvir mais motivos, aperte 5.",
    "ready_now": "Para falar agora, aperte 1.",
    "script_in_english": "Para ouvir em inglês, aperte 2.",
    "no_points": "Não temos mais motivos para apresentar.",
    "your_name": "… seu nome",
    "your_town": "… sua cidade",
    "connecting": "Passando a ligação. Peça para falar com {representative}. Para voltar para nós, aperte asterisco.",
    "connecting_no_star": "Passando a ligação. Peça para falar com {representative}.",
    "other_line": "Agora vamos tentar a outra linha de {representative}. Para voltar para nós, aperte asterisco.",
    "other_line_no_star": "Agora vamos tentar a outra linha de {representative}.",
    "waits_turn": "Há outras ligações nesta linha. Na fila, o seu número é {place_in_line}. Por favor, não desligue.",
    "waits_turn_next": "Há outras ligações nesta linha. A próxima vez é a sua. Por favor, não desligue.",
    "waits_turn_keys": "Para tentar agora, aperte 1. Para pular este gabinete, aperte asterisco.",
    "resting": (
        "A linha deste gabinete estava ocupada agora há pouco. Vamos esperar uns minutos antes de tentar de novo."
    ),
    "left_in_peace": (
        "Por enquanto esta campanha não liga para o gabinete de {representative}, para não sobrecarregar a linha."
    ),
    "closed": "O gabinete está fechado agora.",
    "closed_until": "O gabinete está fechado agora. Abre {opens}.",
    "closed_message": "Para deixar agora um recado na caixa postal, aperte 1.",
    "closed_book": "Para receber uma ligação nossa quando abrir, aperte 2.",
    "wave_until": "Ligamos para os gabinetes por turnos; a vez deste chega {opens}.",
    "wave_book": "Para receber uma ligação nossa nessa hora, aperte 2.",
    "or_star": "Para ir para o próximo gabinete, aperte asterisco.",
    "leave_message": (
        "Passando para a caixa postal. Depois do sinal, diga seu nome, sua cidade e o que você quer pedir."
    ),
    "booked": "Vamos ligar para você {booked}.",
    "booked_code": (
        "Para cancelar, use a página, ou ligue para nós deste telefone e digite {code}. Mais uma vez: {code}."
    ),
    "cannot_book": (
        "Não conseguimos marcar um horário para ligar. Por favor, ligue de novo quando o gabinete estiver aberto."
    ),
    "try_later": "Para receber outra ligação nossa em dez minutos, aperte 1. Se não quiser, pode desligar.",
    "next_office": "Número {nth} de {total}: o gabinete de {representative}.",
    "next_keys": (
        "Para falar com o gabinete, aperte 1. Para ouvir o que você pode dizer, aperte 2. Para pular este "
        "gabinete, aperte asterisco."
    ),
    "office_busy": "A linha do gabinete está ocupada neste momento.",
    "office_no_answer": "No gabinete, ninguém atendeu.",
    "office_failed": "Não conseguimos completar a ligação para o gabinete.",
    "how_did_it_go": (
        "Como foi? Se você falou com alguém, aperte 1. Se deixou um recado, aperte 2. Se ninguém atendeu, aperte "
        "3. Se a caixa postal estava cheia, aperte 4."
    ),
    "thanks_contact": "Que bom! Cada conversa conta.",
    "thanks_voicemail": "Que bom. Os recados também contam.",
    "thanks_unavailable": "Agradecemos por tentar.",
    "thanks_mailbox_full": "Agradecemos por avisar. Por um tempo não vamos ligar para essa linha.",
    "try_again": "Por favor, tente de novo mais tarde.",
    "no_key": "Você não apertou nenhuma tecla, então vamos desligar.",
    "never_again": "Desculpe o incômodo. Nunca mais vamos ligar para este número.",
    "peace_for_a_day": (
        "Desculpe o incômodo. Por 24 horas não vamos ligar para este número, a não ser em um horário marcado antes."
    ),
    "peace_for_good": (
        "Para que seja para sempre, aperte 9. Vamos ligar agora para este número para confirmar, porque qualquer "
        "pessoa pode falsificar o número de onde liga."
    ),
    "peace_withheld": (
        "O seu número está oculto, então não sabemos para qual deixar de ligar. Por favor, ligue de novo sem "
        "ocultar o número, ou aperte 9 quando ligarmos."
    ),
    "ring_back": (
        "Por favor, desligue agora. O seu telefone vai tocar em instantes. Aperte 9 nessa hora, e nunca mais vamos "
        "ligar."
    ),
    "cannot_ring_back": (
        "Agora não podemos ligar de volta. Na próxima vez que ligarmos, aperte 9, e nunca mais vamos ligar para "
        "este número."
    ),
    "confirm": "Olá. Aqui é {group}. Alguém ligou para nós deste número e pediu que nunca mais ligássemos para ele.",
    "confirm_keys": "Se foi você, aperte 9. Se foi outra pessoa, aperte 1.",
    "not_asked": "Agradecemos. Então fica tudo como estava.",
    "peace_forget": (
        "Para que esqueçamos tudo o que leva a este número, aperte 6. Para isso também vamos ligar agora para ele. "
    ),
    "ring_to_forget": (
        "Por favor, desligue agora. O seu telefone vai tocar em instantes. Aperte 6 nessa hora, e vamos esquecer "
        "este número."
    ),
    "cannot_ring_to_forget": "Não podemos ligar para você agora. Por favor, tente de novo amanhã, durante o dia.",
    "confirm_forget": "Olá. Aqui é {group}. Alguém pediu que esquecêssemos tudo o que leva a este número.",
    "confirm_forget_keys": "Se foi você, aperte 6. Se foi outra pessoa, aperte 1.",
    "forgotten": "Pronto. Nada aqui leva mais a este número, e a ligação que estava marcada foi cancelada.",
    "forgotten_held": (
        "Pronto, menos as ligações que um tribunal ou uma autoridade pede: essas esquecemos quando isso acabar. "
    ),
    "forgotten_but": (
        "Por até um mês fica uma marca que impede outros de fazer este telefone tocar. Ela não diz o número a ninguém."
    ),
    "welcome": "Agradecemos por ligar para {group}.",
    "this_language": "Para português, aperte {press}.",
    "not_recorded": (
        "Vamos passar a ligação para o gabinete de quem representa você. O assunto: {subject}. Esta ligação não é "
        "gravada."
    ),
    "where": (
        "Digite ou fale o seu ZIP code de cinco números, ou fale em que cidade você mora. Se você tem um código, "
        "digite o código e depois a tecla jogo da velha."
    ),
    "where_keyed": (
        "Digite o seu ZIP code de cinco números. Se você tem um código, digite o código e depois a tecla jogo da velha."
    ),
    "where_listed": "Para continuar, aperte 1. Se você tem um código, digite o código e depois a tecla jogo da velha.",
    "where_help": (
        "Não encontramos quem representa você. Ligue para a central da Assembleia, 6 1 7, 7 2 2, 2 0 0 0: lá eles "
        "sabem e passam a ligação."
    ),
    "agree": "{place}. Vamos ligar para o gabinete de {representative}.",
    "agree_town": "{place}.",
    "agree_keys": "Se está certo, aperte 1. Para voltar, aperte 0.",
    "which_one": "Mais de uma pessoa pode representar {place}.",
    "which_place": "Não temos certeza de qual lugar você quis dizer.",
    "which_senator": "Mais de uma pessoa pode representar {place} no Senado estadual.",
    "for_choice": "Para {choice}, aperte {press}.",
    "for_place": "Para {choice}, aperte {press}.",
    "back_key": "Para voltar, aperte 0.",
    "too_many": "{place} tem muitos distritos. Digite ou fale o seu ZIP code de cinco números.",
    "too_many_keyed": "{place} tem muitos distritos. Digite o seu ZIP code de cinco números.",
    "which_street": "Mais de uma pessoa representa {place}: depende da sua rua.",
    "street_said": "Fale o nome da sua rua. Ou digite as primeiras letras no teclado, e depois jogo da velha.",
    "street_letters": "Digite as primeiras letras da sua rua no teclado, e depois jogo da velha.",
    "street_skip": "Se preferir não dizer, digite 0 e depois jogo da velha.",
    "street_unknown": "Não encontramos essa rua.",
    "which_of_streets": "Uma destas é a sua rua?",
    "is_this_street": "Esta é a sua rua?",
    "street_number": "Nessa rua depende do número da casa. Digite o número, e depois jogo da velha.",
    "which_area": "Em mais de uma parte de {place} há uma rua com esse nome.",
    "place_unknown": "Não conhecemos esse lugar em Massachusetts.",
    "place_outside": "Esse lugar fica fora de Massachusetts, e esta campanha liga para gabinetes de Massachusetts.",
    "code_unknown": "Não reconhecemos esse código. Um código vale por meia hora.",
    "senator_instead": (
        "Para ligar para o gabinete que representa você no Senado estadual, aperte 1. Para voltar, aperte 0."
    ),
    "code_accepted": "Pronto. Agora a sua página acompanha esta ligação.",
    "have_booking": (
        "Temos um horário marcado para ligar para você: {booked}. Para manter, aperte 1. Para cancelar, aperte 0."
    ),
    "booking_canceled": "Tudo bem, então não vamos ligar.",
    "paused": "Agradecemos por ligar para {group}. A campanha está em pausa. Por favor, ligue mais adiante. Até logo.",
    "paused_until": "Agradecemos por ligar para {group}. A campanha está em pausa. Ela continua {back}. Até logo.",
    "not_begun": "Agradecemos por ligar para {group}. A campanha começa {back}. Por favor, ligue nessa data. Até logo.",
    "over": "Agradecemos por ligar para {group}. Esta campanha já terminou. Até logo.",
    "too_often": "Você ligou muitas vezes nesta última hora. Por favor, ligue mais tarde. Até logo.",
    "shows_no_number": (
        "Chegaram muitas ligações com o número oculto. Por favor, ligue sem ocultar o seu número, ou ligue mais "
        "tarde. Até logo."
    ),
    "took_long": (
        "Esta ligação já durou muito, então a encerramos aqui para que outras pessoas consigam ligar. Você pode "
        "ligar de novo. Até logo."
    ),
    "call_yourself": (
        "Agradecemos por ligar para {group}. Agora não podemos completar a ligação. Por favor, ligue diretamente "
        "para {representative}, no número {instead}. O que dizer está em {page}. Até logo."
    ),
    "call_switchboard": (
        "Agradecemos por ligar para {group}. Agora não podemos completar a ligação. Ligue para a Assembleia, "
        "{instead}, e peça para falar com quem representa você. O que dizer está em {page}. Até logo."
    ),
    "office_who": (
        "Olá. Aqui é {group}. Ajudamos pessoas do seu distrito a falar com o seu gabinete. O assunto: {subject}."
    ),
    "office_reach_us": "Para falar conosco, aperte 1.",
    "office_called_less": "Para pedir menos ligações para o seu gabinete, ou nenhuma, aperte 2.",
    "office_how_much_less": (
        "Para receber menos ligações, aperte 1. Para não receber nenhuma, aperte 2. Para voltar, aperte 0."
    ),
    "office_noted": "Agradecemos. Vamos avisar logo as pessoas de {group}. Até logo.",
    "office_key": "Se ligamos para o seu gabinete, aperte 7.",
    "no_campaign": "Não há mais campanha neste número. Até logo.",
    "trouble": "Houve um problema do nosso lado. Pedimos desculpas. Por favor, tente de novo em alguns minutos.",
    "unknown_call": "Não encontramos esta ligação. Por favor, comece de novo pela página da campanha.",
    "goodbye": "Agradecemos por ligar. O telefone de {group} é {campaign_number}. Até logo.",
    "farewell": "Até logo.",
}

# None is both short and the same for a woman and a man: the sentences say "o gabinete de" and the name.
TITLES = {"Representative": "", "Senator": ""}

# Said before the five digits of one; Brazilians in Massachusetts say it in English.
ZIP_CODE = "ZIP code"

# The district of a vacant seat.
DISTRICT = "O distrito de {}"

# How the marks of an address are called: . / - :
ADDRESS_MARKS = ("ponto", "barra", "hífen", "dois pontos")

# Somebody's office, as a script names it.
OFFICE_OF = "o gabinete de {}"

# How callers name this language when they are asked which one they speak.
CALLED = ("português", "portugues", "portuguese", "brasileiro", "brazilian")

# What people also say to somebody beside the phone: it rings no office.
IN_PASSING = ("ok", "okay", "claro", "certo", "isso", "pode", "tá bom", "está bem")

# What callers say instead of pressing a key; the number comes first. Last, what is no answer.
SPOKEN_KEYS = {
    "1": (
        "um",
        "sim",
        "claro",
        "certo",
        "correto",
        "isso",
        "pode",
        "ok",
        "okay",
        "tá bom",
        "está bem",
        "ligar",
        "conectar",
        "continuar",
        "deixar recado",
        "deixar um recado",
        "deixar uma mensagem",
        "falei",
    ),
    "2": ("dois", "duas", "deixei recado", "deixei um recado", "deixei uma mensagem"),
    "3": ("três", "tres", "ninguém", "ninguem"),
    "4": ("quatro", "cheia", "cheio", "lotada"),
    "5": ("cinco", "motivos", "mais motivos", "razões"),
    "6": ("seis", "meia"),
    "7": ("sete",),
    "8": ("oito", "mais tempo", "retransmissão", "legendas"),
    "9": ("nove", "nunca", "nunca mais"),
    "0": ("zero", "não", "nao", "voltar", "volta", "cancelar", "errado"),
    "*": ("asterisco", "estrela", "pular", "pula", "próximo", "próxima", "próximo gabinete", "seguinte"),
    "again": ("outra vez", "mais uma vez", "de novo", "novamente", "repetir", "repete", "repita"),
    "": ("espera", "espere", "um momento", "um momentinho", "um minuto", "um minutinho", "um segundo"),
}
