"""Who is never rung as a supporter: institutions, services and lines that earn by the minute, ours and the team's."""
