"""Lines that are meant for programs are found wherever a comment can stand, and nowhere else."""

import pytest
from undersigned.text.modelines import is_modeline, is_own_schema_line, modelines_in
from undersigned.text.source import Source
from undersigned.text.yaml_reader import read_entries

DROP_IN = "signatories.d/acme.yml"


def places(text: str, path: str = DROP_IN, sound: bool = True) -> list[tuple[int, int]]:
    return [(each.line, each.column) for each in modelines_in(Source(path, text), sound)]


@pytest.mark.parametrize(
    "comment",
    [
        "# yaml-language-server: $schema=https://x.example/s.json",
        "#yaml-language-server:$schema=../x.json",
        "# YAML-Language-Server: disable",
        "# $schema: https://x.example/s.json",
        "# vim: ft=ruby",
        "#vim:ft=ruby",
        "# vi:noai:sw=3",
        "# text Vim700: set foldmethod=marker:",
        "# ex: set ts=4:",
        "# ex:ts=4",
        "# -*- mode: ruby -*-",
        "# Local Variables:",
        "# kate: syntax Ruby;",
        "# :mode=perl:",
        "#!/bin/sh",
        "# yamllint disable",
        "# prettier-ignore",
        "# noinspection YAMLSchemaValidation",
    ],
)
def test_what_a_program_obeys_is_no_comment_for_people(comment: str) -> None:
    assert is_modeline(comment)
    assert places(f"{comment}\n- name: A\n") == [(1, 1)]
    assert places(f"- name: A {comment}\n") == [(1, 11)]
    assert places(f"- name: 'A\n{comment}\n", sound=False) == [(2, 1)]


@pytest.mark.parametrize(
    "comment",
    [
        "# the site on which it speaks for itself",
        "# ex: the former name, as of 2019",
        "# see https://vim.example/vi: and Review: done",
        "# in the schema of things",
        "# envim: a company",
        "# mode: of signing",
        "# local variables are none",
        "# - * - * -",
    ],
)
def test_what_people_say_to_each_other_is(comment: str) -> None:
    assert not is_modeline(comment)
    assert places(f"{comment}\n- name: A\n") == []


@pytest.mark.parametrize(
    ("path", "address", "own"),
    [
        ("signatories.yml", "./signatories.schema.json", True),
        ("signatories.yml", "signatories.schema.json", True),
        ("signatories.yml", "../signatories.schema.json", False),
        ("signatories.yml", "https://x.example/signatories.schema.json", False),
        ("signatories.yml", "/signatories.schema.json", False),
        (DROP_IN, "../signatories.schema.json", True),
        (DROP_IN, "./signatories.schema.json", False),
        (DROP_IN, "../docs/../signatories.schema.json", True),
        ("deeds.yml", "./deeds.schema.json", True),
        ("deeds.d/a.yml", "../deeds.schema.json", True),
        ("deeds.d/a.yml", "../signatories.schema.json", False),
        ("signatories.yml", "./deeds.schema.json", False),
        ("versions.yml", "./signatories.schema.json", False),
        ("links.yml", "./signatories.schema.json", False),
    ],
)
def test_the_schema_is_the_projects_own_by_its_path_from_the_file(
    path: str, address: str, own: bool
) -> None:
    line = f"# yaml-language-server: $schema={address}"
    assert is_own_schema_line(line, path) is own
    assert places(f"{line}\n- name: A\n", path) == ([] if own else [(1, 1)])


def test_an_own_schema_line_covers_no_other_one() -> None:
    own = "# yaml-language-server: $schema=../signatories.schema.json"
    assert places(f"{own} # vim: ft=x\n- name: A\n") == [(1, 1)]
    assert places(f"{own}\n# $schema: https://x.example\n- name: A\n") == [(2, 1)]
    assert places(f"# {own}\n- name: A\n") == [(1, 1)]


def test_values_are_no_lines_for_programs() -> None:
    text = (
        "- name: 'C # vim: ft=x'\n  kind: \"-*- #!\"\n"
        "  statement: >-\n    # yaml-language-server: $schema=https://x.example\n    %TAG ! x\n"
        "  website: https://x.example/#vim:x\n"
    )
    assert read_entries(Source(DROP_IN, text))[1] == []
    assert places(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("%YAML 1.2\n---\n- name: A\n", []),
        ("%YAML 1.2 # as here\r\n---\r\n- name: A\r\n", []),
        ("%YAML 1.1\n---\n- name: A\n", [(1, 1)]),
        ("# x\n%TAG !e! tag:x.example:\n---\n- name: A\n", [(2, 1)]),
        ("%ACME on\n---\n- name: A\n", [(1, 1)]),
        ("- name: 100 %\n  kind: x\n", []),
    ],
)
def test_a_directive_other_than_the_readers_own_version_is_one(
    text: str, found: list[tuple[int, int]]
) -> None:
    source = Source(DROP_IN, text)
    assert places(text, sound=not read_entries(source)[1]) == found
