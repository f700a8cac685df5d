"""An office that is no legislator's as a form: what is typed of it, what that changes, and what the audit log tells."""
