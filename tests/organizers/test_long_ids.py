"""An id that no row can have leads nowhere, and breaks nothing."""

TOO_LARGE = 2**63


def test_an_id_that_no_row_can_have_is_of_nothing(app, signed_in):
    rules = [rule for rule in app.url_map.iter_rules() if "<int:" in rule.rule and "GET" in rule.methods]
    addresses = {rule.build(dict.fromkeys(rule.arguments, TOO_LARGE))[1]: rule for rule in rules}
    answers = {path: signed_in.opens(path).status_code for path in addresses}
    assert set(answers.values()) == {404}, answers
