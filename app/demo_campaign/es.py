"""The first campaign's texts in Spanish, as it is spoken in Massachusetts: usted, no country's own words."""

TEXTS = {
    "headline": "Pídale a su representante que apruebe la Ley de Comunidades Seguras",
    "subject": "la Ley de Comunidades Seguras",
    "pitch": """\
Cuando la gente teme que cualquier palabra con la policía termine en una deportación, deja de llamar: ni las \
víctimas llaman, ni los testigos. Entonces hay menos seguridad para todos. La Ley de Comunidades Seguras (en inglés, \
Safe Communities Act), H.3269, haría que la policía de Massachusetts pueda estar para cada persona que vive aquí.

La representante Matias presentó el proyecto, y ahora está en la comisión de Seguridad Pública. Las comisiones \
escuchan a sus colegas, y su representante le escucha a usted: una llamada de dos minutos, con su nombre y su \
ciudad, vale más que cien correos electrónicos.

¿Nunca ha llamado? La mayoría de la gente tampoco. Le contestará alguien de la oficina o un buzón de voz. Usted dice \
su nombre, su ciudad y una frase; lo anotan y le dan las gracias. Antes le leemos el texto, y puede parar cuando \
quiera.""",
    "script": """\
Hola, me llamo [name] y vivo en [City/Town].

Llamo para pedirle a [Representative] que apoye la Ley de Comunidades Seguras, H.3269, y que le pida a la comisión \
de Seguridad Pública que la haga avanzar.

Con esa ley, nuestra policía se dedica a combatir el crimen y no a deportar a nuestros vecinos, y eso nos da más \
seguridad a todos.

¿Me puede decir qué posición tiene [Representative] sobre esta ley? Gracias.""",
    "voicemail_script": """\
Hola, me llamo [name], de [City/Town]. Le pido a [Representative] que apoye la Ley de Comunidades Seguras, H.3269, y \
que le pida a la comisión de Seguridad Pública que la haga avanzar. Vivo en su distrito. Gracias.""",
    "talking_points": [
        "Dice que no a que Massachusetts participe en un registro de personas musulmanas.",
        "La policía se dedica a combatir el crimen: ni deporta a nadie ni participa en redadas.",
        "Los policías y sheriffs locales ya no tendrán los poderes de ICE a costa del estado.",
        "Protege el debido proceso de quienes se ven aquí en un caso de deportación.",
        "No convierte a Massachusetts en un “estado santuario”, así que no trae sanciones federales.",
        "Víctimas y testigos que temen la deportación no llaman a la policía, y así todos tenemos menos seguridad.",
    ],
    "latest": [
        "Pida a tres amistades que llamen",
        "Las oficinas cuentan las llamadas de cada día. Un mensaje basta para tres más.",
        "Escriba a la comisión",
        "La comisión de Seguridad Pública acepta testimonios por correo.",
        "Conozca a sus legisladores",
        "Averigüe quién habla por usted y dónde está su oficina.",
    ],
}
