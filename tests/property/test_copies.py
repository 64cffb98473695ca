"""What holds of kept copies, whatever servers serve and whatever is put into a folder."""

from datetime import UTC, datetime
from hashlib import sha256

from hypothesis import given, settings
from hypothesis import strategies as st
from undersigned.invisible import hidden_in
from undersigned.problem import Severity
from undersigned.proofs.copies import KEY, RECORD, SIGNATURE, TEXT, copy_of, written_record
from undersigned.proofs.endorsements_txt import LARGEST, read_file
from undersigned.proofs.keys import key_print, signer_print
from undersigned.proofs.record import entry_of, record_of
from undersigned.text.source import Source

from tests.support.examples import examples
from tests.support.proofs import ENDORSED, PUBLIC_KEY, SIGNED, kept
from tests.support.proofs import record_of as true_record

HOST = "acme.example"
TRUE = true_record(ENDORSED)
SERVED = {
    path.rpartition("/")[2]: text.encode()
    for path, text in kept(key=PUBLIC_KEY, signature=SIGNED).items()
}

MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2999, 12, 31), timezones=st.just(UTC))
ISSUERS = st.text(max_size=80).filter(lambda text: not hidden_in(text))


def spoilt(content: bytes) -> st.SearchStrategy[bytes]:
    """Bytes that are a file's but for a piece, or any."""
    cut = st.tuples(st.integers(0, len(content)), st.integers(0, 9), st.binary(max_size=9))
    return st.one_of(
        st.binary(max_size=200),
        cut.map(lambda each: content[: each[0]] + each[2] + content[each[0] + each[1] :]),
    )


@settings(max_examples=examples(200))
@given(
    st.text(max_size=20), st.dictionaries(st.sampled_from([*SERVED]), st.integers(0, 1)), st.data()
)
def test_any_files_are_a_copy_or_have_a_problem(
    host: str, changed: dict[str, int], data: st.DataObject
) -> None:
    files = dict(SERVED)
    for name, keeps in changed.items():
        files[name] = data.draw(spoilt(SERVED[name]))
        if not keeps:
            del files[name]
    for folder in (HOST, host):
        copy, problems = copy_of(folder, files)
        assert (copy is None) is bool(problems)
        assert {each.severity for each in problems} <= {Severity.PROBLEM}
        for each in problems:
            assert str(each).isprintable()
        if copy:
            assert copy.record.sha256 == sha256(files[TEXT]).hexdigest()
            assert copy.record.key == key_print(files.get(KEY, b""))
            assert copy.record.key == signer_print(files.get(SIGNATURE, b""))


@given(st.binary(max_size=300), MOMENTS, ISSUERS)
def test_what_is_written_of_a_text_is_a_copy_if_the_text_can_be_read(
    text: bytes, fetched: datetime, issuer: str
) -> None:
    digest = sha256(text).hexdigest()
    record = TRUE._replace(fetched=fetched, issuer=issuer, sha256=digest)
    files = {TEXT: text, RECORD: written_record(record).encode()}
    copy, problems = copy_of(HOST, files)
    assert (copy is None) is (read_file(text)[0] is None), problems
    if copy:
        assert copy.record == record._replace(fetched=fetched.replace(microsecond=0))
        assert copy.files == files


@given(MOMENTS, ISSUERS, st.booleans())
def test_a_record_comes_back_as_it_was_written(fetched: datetime, issuer: str, key: bool) -> None:
    whole = fetched.replace(microsecond=0)
    record = TRUE._replace(fetched=whole, issuer=issuer, key=key_print(PUBLIC_KEY.encode()) * key)
    entry, problems = entry_of(Source(RECORD, written_record(record)))
    assert problems == []
    assert entry is not None
    assert record_of(entry) == record


def test_the_largest_text_is_a_copy_and_one_byte_more_is_not() -> None:
    for size, is_copy in ((LARGEST, True), (LARGEST + 1, False)):
        text = (b"#" * 99 + b"\n") * (size // 100) + b"#" * (size % 100)
        record = TRUE._replace(sha256=sha256(text).hexdigest())
        files = {TEXT: text, RECORD: written_record(record).encode()}
        assert (copy_of(HOST, files)[0] is not None) is is_copy
