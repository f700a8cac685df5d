"""Links by which somebody joins the team: made, made anew, withdrawn, used."""
