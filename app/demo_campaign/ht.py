"""The first campaign's texts in Haitian Creole, in sentences that one would say."""

TEXTS = {
    "headline": "Mande reprezantan ou a pou l vote Lwa pou Kominote an Sekirite a",
    "subject": "Lwa pou Kominote an Sekirite a",
    "pitch": """\
Lè moun pè pou nenpòt ti pawòl ak lapolis fini ak depòtasyon, yo sispann rele: ni viktim pa rele, ni temwen pa rele. \
Lè sa a, tout moun gen mwens sekirite. Ak Lwa pou Kominote an Sekirite a (an angle, Safe Communities Act), H.3269, \
lapolis nan Massachusetts ap ka la pou tout moun ki viv isit la.

Se reprezantan Matias ki te depoze pwojè lwa a, epi kounye a li devan komite Sekirite Piblik la. Komite yo koute \
kòlèg yo, epi reprezantan ou a koute ou menm: yon apèl de minit, ak non ou ak vil ou, gen plis pwa pase san imèl.

Ou pa janm rele anvan? Pifò moun pa janm rele. Se yon anplwaye oswa yon repondè k ap reponn. Ou di non ou, vil ou ak \
yon sèl fraz; yo ekri l epi yo di ou mèsi. N ap li tèks la pou ou anvan, epi ou ka kanpe nenpòt lè.""",
    "script": """\
Bonjou, mwen rele [name], e mwen rete nan [City/Town].

M ap rele pou m mande [Representative] pou l sipòte Lwa pou Kominote an Sekirite a, H.3269, epi pou l pouse komite \
Sekirite Piblik la fè lwa a vanse.

Lwa sa a kite lapolis nou an okipe zafè krim olye pou l ap depòte vwazen nou yo, e sa ban nou tout plis sekirite.

Èske ou ka di m ki pozisyon [Representative] sou lwa sa a? Mèsi.""",
    "voicemail_script": """\
Bonjou, mwen rele [name], mwen soti nan [City/Town]. Mwen mande [Representative] pou l sipòte Lwa pou Kominote an \
Sekirite a, H.3269, epi pou l pouse komite Sekirite Piblik la fè lwa a vanse. Mwen rete nan distri li a. Mèsi.""",
    "talking_points": [
        "Li di non: Massachusetts p ap patisipe nan yon rejis pou moun ki mizilman.",
        "Lapolis okipe zafè krim: li pa depòte moun, li pa patisipe nan rafl.",
        "Li mete fen nan bay lapolis lokal ak cherif yo pouvwa ICE, sou kont eta a.",
        "Li pwoteje dwa pou moun ki pran nan yon ka depòtasyon isit la jwenn yon pwosè ki jis.",
        "Li pa fè Massachusetts tounen yon “eta sanktyè” (sanctuary state), kidonk pa gen sanksyon federal.",
        "Viktim ak temwen ki pè depòtasyon pa rele lapolis, e sa fè nou tout gen mwens sekirite.",
    ],
    "latest": [
        "Mande twa zanmi rele",
        "Biwo yo konte apèl yo chak jou. Yon sèl mesaj ka fè twa lòt.",
        "Ekri komite a",
        "Komite Sekirite Piblik la resevwa temwayaj pa lapòs.",
        "Konnen lejislatè ou yo",
        "Chèche konnen ki moun ki pale pou ou, ak ki kote biwo yo ye.",
    ],
}
