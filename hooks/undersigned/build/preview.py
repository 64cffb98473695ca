"""The deploy preview that a build is for, as Netlify states it in environment variables.

They are documented at
https://docs.netlify.com/build/configure-builds/environment-variables/
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..problem import Problem, printable, quoted, setting_problem
from ..urls import refusal

# In characters. Git allows longer names; a banner needs no more to distinguish branches.
_LONGEST_BRANCH = 100


@dataclass(frozen=True, slots=True)
class Deploy:
    """A preview: where it is served, where the published site is, and what it is made from.

    Addresses end with a slash, and are empty where they are not known. `branch` is untrusted
    input; `pull_request` is a number or empty. `note` is what else its readers are told.
    """

    address: str = ""
    published: str = ""
    branch: str = ""
    pull_request: str = ""
    note: str = ""


def preview_of(variables: Mapping[str, str]) -> Deploy | None:
    """The preview that is being built; none for the published site and for local builds."""
    if variables.get("NETLIFY") != "true" or variables.get("CONTEXT") in (None, "", "production"):
        return None
    number = variables.get("REVIEW_ID", "") if variables.get("PULL_REQUEST") == "true" else ""
    return Deploy(
        _folder(variables.get("DEPLOY_PRIME_URL", "")),
        _folder(variables.get("URL", "")),
        # Of a pull request, BRANCH is the reference that was fetched: 'pull/12/head'.
        printable(variables.get("HEAD") or variables.get("BRANCH", ""))[:_LONGEST_BRANCH],
        number if number.isascii() and number.isdigit() else "",
    )


def refused_preview(deploy: Deploy) -> Iterator[Problem]:
    """A problem for each address of a preview that is no public https address."""
    given = {"DEPLOY_PRIME_URL": deploy.address, "URL": deploy.published}
    for name, address in given.items():
        if address and (fault := refusal(address)):
            message = f"the environment’s {name} {quoted(address)} {fault}"
            yield setting_problem(message)


def _folder(address: str) -> str:
    return f"{address.rstrip('/')}/" if address else ""
