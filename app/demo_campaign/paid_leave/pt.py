"""The second campaign's texts in Portuguese, as it is spoken among Brazilians: você, and the same for women and men."""

TEXTS = {
    "headline": "Peça a quem representa você a licença familiar e médica remunerada",
    "subject": "a licença familiar e médica remunerada",
    "pitch": """\
Nasce um bebê, a mãe ou o pai adoece, um tratamento leva semanas. Quem não tem licença remunerada precisa escolher \
entre as pessoas que precisam de cuidado e o aluguel. Com a licença familiar e médica remunerada (em inglês, paid \
family and medical leave), H.2172 na Câmara e S.1048 no Senado, todas as pessoas em Massachusetts poderiam tirar esse \
tempo e manter o emprego e uma parte do salário.

O projeto está nas duas casas; por isso uma só ligação nossa chega a dois gabinetes: primeiro na Câmara, depois no \
Senado. Você decide em cada um.

Nunca ligou antes? A maioria das pessoas também não. Quem atende é alguém do gabinete ou uma secretária eletrônica. \
Você diz o seu nome, a sua cidade e uma frase; lá anotam e agradecem. Antes disso lemos o texto para você, e você \
pode parar quando quiser.""",
    "script": """\
Olá, meu nome é [name] e eu moro em [City/Town].

Estou ligando para pedir a [Representative] que apoie a licença familiar e médica remunerada, H.2172 e S.1048.

Ninguém deveria perder o emprego nem a casa por cuidar de um recém-nascido, da mãe ou do pai doente, ou de si.

Posso contar com o voto de [Representative]? Agradeço a atenção.""",
    "voicemail_script": """\
Olá, meu nome é [name], de [City/Town]. Peço a [Representative] que apoie a licença familiar e médica remunerada, \
H.2172 e S.1048, para que ninguém perca o emprego por cuidar de alguém. Moro no seu distrito. Agradeço a atenção.""",
    "talking_points": [
        "Ela vale para nascimentos e adoções, para a doença grave de alguém da família e para a própria.",
        "Quem tira a licença mantém o emprego, e parte do salário vem de um fundo para o qual todos contribuem.",
        "Hoje quem tem licença remunerada é quase sempre quem ganha bem; quem ganha pouco é quem menos tem.",
        "Uma loja pequena não consegue pagar sozinha semanas de licença: com um fundo comum, lá também é possível.",
        "Outros estados têm um fundo assim há anos.",
    ],
    "latest": [
        "Peça a três amigos que liguem",
        "Os gabinetes contam as ligações de cada dia. Com uma mensagem, são mais três.",
        "Leia o projeto do Senado",
        "A mesma licença, nas palavras da outra casa.",
        "Conheça seus legisladores",
        "Veja quem fala por você e onde fica o gabinete.",
    ],
}
