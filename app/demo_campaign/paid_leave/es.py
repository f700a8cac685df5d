"""The second campaign's texts in Spanish, as it is spoken in Massachusetts: usted, no country's own words."""

TEXTS = {
    "headline": "Pida a sus legisladores la licencia familiar y médica pagada",
    "subject": "la licencia familiar y médica pagada",
    "pitch": """\
Nace un bebé, se enferma la madre o el padre, un tratamiento dura semanas. Quien no tiene licencia pagada debe elegir \
entre las personas que le necesitan y el alquiler. Con la licencia familiar y médica pagada (en inglés, paid family \
and medical leave), H.2172 en la Cámara y S.1048 en el Senado, todos en Massachusetts podrían tomarse ese tiempo y \
conservar el trabajo y una parte del sueldo.

El proyecto está en las dos cámaras; por eso una sola llamada nuestra llega a dos oficinas: primero a la de su \
representante y después a la de su senador o senadora. Usted decide en cada una.

¿Nunca ha llamado? La mayoría de la gente tampoco. Le contestará alguien de la oficina o un buzón de voz. Usted dice \
su nombre, su ciudad y una frase; lo anotan y le dan las gracias. Antes le leemos el texto, y puede parar cuando \
quiera.""",
    "script": """\
Hola, me llamo [name] y vivo en [City/Town].

Llamo para pedirle a [Representative] que apoye la licencia familiar y médica pagada, H.2172 y S.1048.

Nadie debería perder el trabajo ni la casa por cuidar a un recién nacido, a sus padres enfermos o su propia salud.

¿Va a votar [Representative] a favor? Gracias.""",
    "voicemail_script": """\
Hola, me llamo [name], de [City/Town]. Le pido a [Representative] que apoye la licencia familiar y médica pagada, \
H.2172 y S.1048, para que nadie pierda el trabajo por cuidar a alguien. Vivo en su distrito. Gracias.""",
    "talking_points": [
        "Es para nacimientos y adopciones, para un familiar con una enfermedad grave y para la propia.",
        "Quien toma la licencia conserva su trabajo, y una parte del sueldo sale de un fondo al que todos aportan.",
        "Hoy la tienen sobre todo quienes ganan bien; quienes ganan poco son quienes menos la tienen.",
        "Una tienda pequeña no puede pagar sola semanas de licencia: con un fondo común también allí es posible.",
        "Otros estados tienen un fondo así desde hace años.",
    ],
    "latest": [
        "Pida a tres amistades que llamen",
        "Las oficinas cuentan las llamadas de cada día. Un mensaje basta para tres más.",
        "Lea el proyecto del Senado",
        "La misma licencia, en las palabras de la otra cámara.",
        "Conozca a sus legisladores",
        "Averigüe quién habla por usted y dónde está su oficina.",
    ],
}
