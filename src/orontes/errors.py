class OrontesError(Exception):
    """Base of every error that Orontes raises on purpose; its text says what to do."""

    exit_code = 1


class WrongCall(OrontesError):
    """The call itself cannot be carried out: a missing path, a bad date, no case."""

    exit_code = 2


class BadReport(OrontesError):
    """One report could not be taken in; the rest of the batch goes on."""


class BadCase(OrontesError):
    """The case file cannot be used."""


class UnreadLanguage(UserWarning):
    """A text is in a language that Orontes does not read; it gives no claims."""
