"""The canonical form of the register, its drop-ins and the bibliography, comments included."""
