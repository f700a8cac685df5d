"""The second step of signing in: a code of an app, a passkey, or a recovery code."""
