"""Finding contradictions: exact rules over declared cards, on blocks of one matter.

`detect` looks at a whole map; a `Detector` keeps what it found and re-checks what an edit touched.
"""
