"""What kinds of signatories and grades of evidence are called."""

from ..evidence.grades import Grade
from ..fields import Kind

KINDS = {
    Kind.COMPANY: "Company",
    Kind.NONPROFIT: "Non-profit organisation",
    Kind.ACADEMIC: "Academic institution",
    Kind.ASSOCIATION: "Association",
    Kind.PUBLIC_BODY: "Public body",
    Kind.INDIVIDUAL: "Individual",
}
KINDS_OF_SEVERAL = {
    Kind.COMPANY: "Companies",
    Kind.NONPROFIT: "Non-profit organisations",
    Kind.ACADEMIC: "Academic institutions",
    Kind.ASSOCIATION: "Associations",
    Kind.PUBLIC_BODY: "Public bodies",
    Kind.INDIVIDUAL: "Individuals",
}

# How an endorsement is known, by shape before words say it. They are in the fonts of every system
# (WGL4): a seal, a house, the lines of a record, the sign of e-mail, a ring for what is not closed.
SYMBOLS = {
    Grade.PROVED: "●",
    Grade.OWN_SITE: "⌂",
    Grade.RECORDED: "≡",
    Grade.CONFIRMED: "@",
    Grade.STATED: "○",
}


# As the page on evidence calls them.
GRADES = {
    Grade.PROVED: "proved by its own server",
    Grade.OWN_SITE: "stated on its own site",
    Grade.RECORDED: "recorded by another site",
    Grade.CONFIRMED: "confirmed by e-mail",
    Grade.STATED: "stated on a page not shown to be theirs",
}
