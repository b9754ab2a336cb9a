"""Bytes to text: UTF-8 and UTF-16, else the likeliest older encoding, said aloud."""

from dataclasses import dataclass

from orontes.errors import BadReport

LARGEST = 20_000_000
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
CONTROL = frozenset(range(32)) - {9, 10, 12, 13, 27}
SAMPLE = 20_000


@dataclass(frozen=True, slots=True)
class Decoded:
    text: str
    note: str | None = None


def decode(raw: bytes) -> Decoded:
    """The text of a file. Raises BadReport for an empty or a binary one."""
    if not raw.strip():
        raise BadReport("the file is empty")
    for mark, encoding in MARKS:
        if raw.startswith(mark):
            return Decoded(raw.decode(encoding, errors="replace"))
    if is_binary(raw[:SAMPLE]):
        raise BadReport("this is a binary file, not text; export it as text, PDF, DOCX or HTML")
    try:
        return Decoded(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return guess(raw)


def is_binary(sample: bytes) -> bool:
    odd = sum(byte in CONTROL for byte in sample)
    return b"\x00" in sample or odd > 0.05 * len(sample)


def guess(raw: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:SAMPLE]).best()
    encoding = best.encoding if best else "cp1252"
    try:
        text = raw.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        encoding = "cp1252"
        text = raw.decode(encoding, errors="replace")
    return Decoded(text, f"not UTF-8; read as {encoding}, check accents and quotes")


def checked(text: str) -> str:
    """The text unless it is empty or too large for one report."""
    if not text.strip():
        raise BadReport("there is no text in it")
    if len(text) > LARGEST:
        raise BadReport(
            f"one report of {len(text) / 1e6:.0f} million characters is more than the"
            f" {LARGEST // 1_000_000} million that are read at once; split it into its articles"
        )
    return text
