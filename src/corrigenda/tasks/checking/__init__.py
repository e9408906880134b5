"""The check as people run it: of a folder, of frames, of an archive; what a folder needs first, and what is asked of its answers."""
