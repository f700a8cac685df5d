"""TwiML, read as strictly as Twilio reads it."""
