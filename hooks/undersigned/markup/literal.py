"""Text in a page's Markdown of which nothing is read as a sign of Markdown, HTML or a block."""


def literal(text: str) -> str:
    """The text with a numeric reference in place of all but letters, digits and spaces.

    So no '@' cites, no brace gives attributes, and no line that begins with it is an item.
    """
    if text.isascii() and text.replace(" ", "").isalnum():
        return text
    return "".join(
        character if character.isalnum() or character == " " else f"&#{ord(character)};"
        for character in text
    )
