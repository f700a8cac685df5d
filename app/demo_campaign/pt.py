"""The first campaign's texts in Portuguese, as it is spoken among Brazilians: você, and the same for women and men."""

TEXTS = {
    "headline": "Peça a quem representa você que aprove a Lei das Comunidades Seguras",
    "subject": "a Lei das Comunidades Seguras",
    "pitch": """\
Quando as pessoas têm medo de que qualquer conversa com a polícia acabe em deportação, elas param de ligar: nem as \
vítimas ligam, nem as testemunhas. Aí há menos segurança para todo mundo. A Lei das Comunidades Seguras (em inglês, \
Safe Communities Act), H.3269, faria com que a polícia de Massachusetts pudesse atender cada pessoa que mora aqui.

A deputada Matias apresentou o projeto, que agora está na comissão de Segurança Pública. As comissões ouvem os \
colegas, e quem representa você ouve você: uma ligação de dois minutos, com o seu nome e a sua cidade, vale mais do \
que cem e-mails.

Nunca ligou antes? A maioria das pessoas também não. Quem atende é alguém do gabinete ou uma secretária eletrônica. \
Você diz o seu nome, a sua cidade e uma frase; lá anotam e agradecem. Antes disso lemos o texto para você, e você \
pode parar quando quiser.""",
    "script": """\
Olá, meu nome é [name] e eu moro em [City/Town].

Estou ligando para pedir a [Representative] que apoie a Lei das Comunidades Seguras, H.3269, e que peça à comissão \
de Segurança Pública que leve o projeto adiante.

Com essa lei, a nossa polícia cuida de combater o crime em vez de deportar os nossos vizinhos, e isso traz mais \
segurança para todos nós.

Você pode me dizer qual é a posição de [Representative] sobre esse projeto? Agradeço a atenção.""",
    "voicemail_script": """\
Olá, meu nome é [name], de [City/Town]. Peço a [Representative] que apoie a Lei das Comunidades Seguras, H.3269, e \
que peça à comissão de Segurança Pública que leve o projeto adiante. Moro no seu distrito. Agradeço a atenção.""",
    "talking_points": [
        "Ela diz não à participação de Massachusetts em um registro de pessoas muçulmanas.",
        "A polícia cuida de combater o crime: não deporta ninguém e não participa de batidas.",
        "As polícias e os xerifes locais deixam de ter os poderes do ICE às custas do estado.",
        "Ela protege o direito a um processo justo de quem se vê aqui em um caso de deportação.",
        "Ela não faz de Massachusetts um “estado santuário”, então não traz punições federais.",
        "Vítimas e testemunhas com medo de deportação não chamam a polícia, e aí há menos segurança para todos nós.",
    ],
    "latest": [
        "Peça a três amigos que liguem",
        "Os gabinetes contam as ligações de cada dia. Com uma mensagem, são mais três.",
        "Escreva à comissão",
        "A comissão de Segurança Pública aceita depoimentos pelo correio.",
        "Conheça seus legisladores",
        "Veja quem fala por você e onde fica o gabinete.",
    ],
}
