"""What an open case keeps between calls, as long as nobody writes to its file."""

from collections.abc import Callable
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar

from orontes.store.stamp import Stamp, stamp

T = TypeVar("T")


class Kept:
    """Each thing is made when first asked for, and again once the file has changed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stamp: Stamp | None = None
        self._found: dict[str, Any] = {}
        self._lock = RLock()

    def get(self, name: str, make: Callable[[], T]) -> T:
        with self._lock:
            now = stamp(self._path)
            if now != self._stamp:
                self._found.clear()
                self._stamp = now
            if name not in self._found:
                made = make()
                self._found[name] = made
            found: T = self._found[name]
            return found
