"""A campaign's texts as a supporter would meet them, before they are saved."""

from dataclasses import dataclass

from app.campaigns.editions.content import Action
from app.campaigns.editions.english import said_in
from app.campaigns.script_shown import ShownScript, shown_script
from app.campaigns.texts import ENGLISH, PHONE_READS, ShownTexts, Texts, language_tag, shown_texts
from app.campaigns.translating import CampaignLanguage
from voice_flows.blanks import fill_blanks
from voice_flows.names import Title, Titled
from voice_flows.words import WORDS

ANA = Titled("Ana Example", Title.REPRESENTATIVE)
SPOKEN_BY = {written: phone for phone, written in PHONE_READS.items()}


@dataclass(frozen=True)
class Preview:
    """What stands on the page, its scripts filled in with an example, and what the phone says about the subject."""

    texts: ShownTexts
    latest: tuple[Action, ...]
    scripts: dict[str, ShownScript]
    on_the_phone: str
    phone_lang: str


def preview_of(here: CampaignLanguage, texts: Texts) -> Preview:
    """The texts among the English ones that are not translated."""
    words, language = here.campaign, here.language
    shown = shown_texts(words.english, texts, language, words.script_told)
    told = {"script": shown.script, "voicemail_script": shown.voicemail_script, "thanks_script": shown.thanks_script}
    scripts = {
        name: shown_script(one, name="Ana", town="Holyoke", whom=ANA)
        for name, one in told.items()
        if one.english or one.own
    }
    latest = said_in(words.actions, shown.latest.text)
    phone = SPOKEN_BY.get(language, language)
    if phone not in WORDS:  # the phone reads the other way to write it
        return Preview(shown, latest, scripts, "", ENGLISH)
    greeting = WORDS[phone]["not_recorded"]
    said = fill_blanks(greeting, {"subject": shown.subject.text})
    return Preview(shown, latest, scripts, said, language_tag(language))
