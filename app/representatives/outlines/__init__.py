"""Where districts and towns lie: thinned outlines, what is near a point, lists for browsers, and pictures of towns."""
