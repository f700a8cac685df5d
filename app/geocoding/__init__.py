"""Which districts a street address lies in: asked once, of the US Census Bureau, and neither kept nor logged."""

from app.geocoding.located import Finding, Geocoder, Located, NoGeocoder

__all__ = ["Finding", "Geocoder", "Located", "NoGeocoder"]
