"""Groups of articles, each judged by itself with the part of the reference that it uses; may import the engine and the package."""
