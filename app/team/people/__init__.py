"""Who is in the team, what each may do, and that an admin is always left."""
