from orontes.picture.toll.counters import counter
from orontes.picture.toll.counts import movements, tallies
from orontes.picture.toll.moved import displaced
from orontes.picture.toll.relief import relief
from orontes.picture.toll.sums import sums
from orontes.picture.toll.telling import begun, counting
from orontes.picture.toll.toll import toll

__all__ = [
    "begun",
    "counter",
    "counting",
    "displaced",
    "movements",
    "relief",
    "sums",
    "tallies",
    "toll",
]
