"""Everything that a campaign says on the phone, in the order of a call, in one language."""

from flask import abort, render_template, request

from app.guard.who_may import least
from app.organizers.blueprint import organizers
from app.organizers.campaigns.found import found_campaign
from app.organizers.prompts import names
from app.organizers.prompts.names import EVERYWHERE, GROUPS
from app.organizers.prompts.view import LONG_SECONDS, shown_prompt
from models import TeamRole
from voice_flows.words import WORDS


@organizers.get("/campaigns/<int:campaign_id>/prompts")
@least(TeamRole.ORGANIZER)
def prompts(campaign_id: int) -> str:
    """The prompts as they are."""
    words, language = found_campaign(campaign_id), request.args.get("language", "en")
    if language not in WORDS:
        abort(404)
    groups = {title: [shown_prompt(words, language, key) for key in group] for title, group in GROUPS.items()}
    return render_template(
        "organizers/prompts/list.html",
        prompt_words=names,
        campaign=words,
        language=language,
        languages=tuple(WORDS),
        everywhere=EVERYWHERE,
        groups=groups,
        long_seconds=LONG_SECONDS,
        total_long=sum(prompt.is_long for group in groups.values() for prompt in group),
    )
