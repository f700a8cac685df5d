"""Whatever a crowd of attackers sends, nothing breaks, and from their few addresses few strangers are rung."""

from benchmarks.attack.run import attack
from tests.world.examples import sized

ATTACKERS, EACH = sized((4, 8), (40, 100))
ADDRESSES, NUMBERS_A_DAY = 5, 10


def test_an_attack_breaks_nothing(settings, campaign):
    came = attack(settings.model_copy(update={"trusted_proxies": 1}), ATTACKERS, EACH)
    assert came.broken == 0, came.told
    assert sum(came.answers.values()) == ATTACKERS * EACH
    assert came.rung <= ADDRESSES * NUMBERS_A_DAY
