"""The second campaign's texts in Haitian Creole, in sentences that one would say."""

TEXTS = {
    "headline": "Mande lejislatè ou yo pou konje peye pou fanmi ak maladi",
    "subject": "konje peye pou fanmi ak maladi",
    "pitch": """\
Yon tibebe fèt, manman oswa papa tonbe malad, yon tretman pran plizyè semèn. Moun ki pa gen konje peye oblije chwazi \
ant moun ki bezwen yo ak lajan kay la. Ak konje peye pou fanmi ak maladi (an angle, paid family and medical leave), \
H.2172 nan Chanm nan ak S.1048 nan Sena a, tout moun nan Massachusetts ta ka pran tan sa a, epi kenbe travay yo ak yon \
pati nan salè yo.

Pwojè lwa a devan toulede chanm yo; se sa k fè yon sèl apèl nou rive nan de biwo: anvan nan biwo reprezantan ou, apre \
sa nan biwo senatè ou. Se ou ki deside pou chak.

Ou pa janm rele anvan? Pifò moun pa janm rele. Se yon anplwaye oswa yon repondè k ap reponn. Ou di non ou, vil ou ak \
yon sèl fraz; yo ekri l epi yo di ou mèsi. N ap li tèks la pou ou anvan, epi ou ka kanpe nenpòt lè.""",
    "script": """\
Bonjou, mwen rele [name], e mwen rete nan [City/Town].

M ap rele pou m mande [Representative] pou l sipòte konje peye pou fanmi ak maladi, H.2172 ak S.1048.

Pa gen moun ki ta dwe pèdi travay li oswa kay li paske l ap okipe yon tibebe, yon paran malad, oswa tèt li.

Èske [Representative] ap vote pou li? Mèsi.""",
    "voicemail_script": """\
Bonjou, mwen rele [name], mwen soti nan [City/Town]. Mwen mande [Representative] pou l sipòte konje peye pou fanmi ak \
maladi, H.2172 ak S.1048, pou pèsonn pa pèdi travay li paske l ap okipe yon moun. Mwen rete nan distri li a. Mèsi.""",
    "talking_points": [
        "Li la pou lè yon timoun fèt oswa adopte, pou yon moun nan fanmi an ki malad grav, ak pou pwòp maladi grav ou.",
        "Moun ki pran konje a kenbe travay li, epi yon pati nan salè a soti nan yon fon kote tout moun mete.",
        "Jodi a se sitou moun ki touche byen ki gen konje peye; moun ki touche piti gen pi piti ladan l.",
        "Yon ti boutik pa ka peye plizyè semèn konje pou kont li: ak yon fon komen, sa posib la tou.",
        "Gen lòt eta ki gen yon fon konsa depi plizyè ane.",
    ],
    "latest": [
        "Mande twa zanmi rele",
        "Biwo yo konte apèl yo chak jou. Yon sèl mesaj ka fè twa lòt.",
        "Li pwojè lwa Sena a",
        "Menm konje a, nan mo lòt chanm nan.",
        "Konnen lejislatè ou yo",
        "Chèche konnen ki moun ki pale pou ou, ak ki kote biwo yo ye.",
    ],
}
