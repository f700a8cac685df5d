"""On the hotline in a split town: the street, and what its name leaves open."""

from app.calls.steps.acts import street
from app.calls.steps.acts.place import what_came_of_it
from app.calls.steps.step import Step
from voice_flows.parts import split_town

STEPS = (
    Step(split_town.street_heard, "The supporter says a street", act=street.hear_street, look=what_came_of_it),
    Step(
        split_town.street_agreed, "The supporter agrees on a street", act=street.agree_on_street, look=what_came_of_it
    ),
    Step(
        split_town.street_again,
        "The supporter says that it is another street",
        act=street.ask_again,
        look=what_came_of_it,
    ),
    Step(
        split_town.street_skipped,
        "The supporter would rather not say the street",
        act=street.skip_street,
        look=what_came_of_it,
    ),
    Step(split_town.house_heard, "The supporter keys the house number", act=street.hear_house, look=what_came_of_it),
    Step(
        split_town.area_picked, "The supporter says in which part of town", act=street.pick_area, look=what_came_of_it
    ),
)
