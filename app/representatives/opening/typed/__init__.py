"""Hours as organizers type and read them: “9-5”, “8:30 am to noon”, “closed”."""
