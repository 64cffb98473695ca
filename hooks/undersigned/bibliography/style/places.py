"""Places of publication, in lists that 'and' separates as it does names."""

from pybtex.richtext import Text

from .entry_types import PATENT_COUNTRIES
from .latex import cleaned, plain, rich
from .persons import split_list

# The fields that BibLaTeX reads as lists of places (manual, section 2.2.2).
PLACES = frozenset({"address", "location", "origlocation", "nationality"})
_SEVERAL = 3


def shown_places(value: object) -> Text:
    """Places as rich text: 'New York, London and Paris', with semicolons where one has a comma.

    Two stand as they are written. A patent's countries, which BibLaTeX names by keys, are named.
    """
    items = split_list(cleaned(str(value)))
    places = [Text(PATENT_COUNTRIES.get(plain(item).lower()) or rich(item)) for item in items]
    if len(places) < _SEVERAL:
        return Text(" and ").join(places)
    if any("," in str(place) for place in places):
        return Text(Text("; ").join(places[:-1]), "; and ", places[-1])
    return Text(Text(", ").join(places[:-1]), " and ", places[-1])
