"""English is read, whatever it quotes; anything else is kept and said."""

import json
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

import orontes
from orontes.errors import UnreadLanguage
from orontes.model.report import Report
from orontes.reports.gather import gather
from orontes.reports.languages import coded, detect, is_read

OTHERS = {
    "ar": "سيطر مقاتلون على البلدة صباح الجمعة بعد اشتباكات عنيفة مع الجيش",
    "tr": "Silahlı gruplar cuma sabahı ordu ile çatışmaların ardından kasabayı ele geçirdi.",
    "ru": "В пятницу утром боевики заняли посёлок после тяжёлых боёв с армией.",
    "uk": "У п'ятницю вранці бойовики зайняли селище після важких боїв з армією.",
    "fr": "Des combattants ont pris la localité vendredi matin après de violents combats.",
    "es": "Los combatientes tomaron el pueblo el viernes por la mañana tras duros combates.",
    "fa": "جنگجویان صبح جمعه پس از درگیری‌های شدید با ارتش این شهرک را گرفتند.",
    "my": "လက်နက်ကိုင်များသည် သောကြာနေ့ နံနက်တွင် မြို့ကို သိမ်းပိုက်ခဲ့ကြသည်။",
    "am": "ታጣቂዎች ዓርብ ጠዋት ከሠራዊቱ ጋር ከባድ ውጊያ ካደረጉ በኋላ ከተማዋን ያዙ።",
}
ENGLISH = {
    "a sentence": "Fighters took the town on Friday morning after heavy clashes with the army.",
    "very short": "Clashes were heard near the airport.",
    "capitals": "FIGHTERS TOOK THE TOWN ON FRIDAY MORNING, THE ARMY SAID IN A STATEMENT.",
    "foreign names": "Hay'at Tahrir al-Sham, Jaish al-Izza and Faylaq al-Sham fought Liwa al-Quds"
    " and Fatemiyoun near Khan Shaykhun, Kafr Nabudah and Maarrat al-Numan.",
    "French names": "The mayor of Saint-Étienne-du-Rouvray met Jean-François de la Rochefoucauld"
    " and Élodie Lefèvre of Médecins Sans Frontières at the Hôtel de Ville on Friday.",
    "a list": "Reported on Friday:\n- 12 dead in Gao\n- 30 hurt in Kidal\n- two bridges cut\n"
    "- power lost in Ansongo and Bourem",
    "quoting Arabic": f"The group wrote: “{OTHERS['ar']}”. Residents said that the army had left.",
    "quoting French": f"“{OTHERS['fr']}”, the paper wrote. The army said that it had left the town"
    " before the fighters came, and that nobody was hurt in the clashes of the night.",
}
NAMES = "Saraqib\nKhan Shaykhun\nMaarrat al-Numan\nKafr Nabl\nTalbiseh\nRastan\nSalamiyah\nMorek"


@pytest.mark.parametrize("language", OTHERS)
def test_another_language_is_told(language: str) -> None:
    assert detect(OTHERS[language]) == language


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
def test_english_is_english(text: str) -> None:
    assert detect(text) == "en"


@pytest.mark.parametrize("text", ["", "12:40", "Hama fell.", "SITREP 14", NAMES, NAMES.upper()])
def test_what_is_too_little_to_tell_is_read(text: str) -> None:
    assert is_read(detect(text))


@pytest.mark.parametrize(
    ("declared", "code"),
    [
        ("en-US", "en"),
        ("en_GB", "en"),
        ("English", "en"),
        ("ENGLISH (UK)", "en"),
        ("eng", "en"),
        (" EN ", "en"),
        ("Arabic", "ar"),
        ("ara", "ar"),
        ("pt-BR", "pt"),
        ("Klingon", "klingon"),
        ("und", None),
        ("", None),
        (None, None),
    ],
)
def test_a_declared_language_as_people_write_it(declared: str | None, code: str | None) -> None:
    assert coded(declared) == code


@pytest.mark.parametrize("language", OTHERS)
def test_reading_another_language_gives_nothing_and_says_so_once(language: str) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert orontes.read(OTHERS[language]) == []
    assert [item.category for item in caught] == [UnreadLanguage]
    assert str(caught[0].message).endswith("Orontes reads English, so it gives no claims")
    assert caught[0].filename == __file__


def test_batch_users_can_silence_it_or_stop_at_it() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UnreadLanguage)
        assert orontes.read(OTHERS["ar"]) == []
        warnings.simplefilter("error", UnreadLanguage)
        with pytest.raises(UnreadLanguage, match="Arabic"):
            orontes.read(OTHERS["ar"])


def test_english_is_read_without_a_word() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        claims = orontes.read(f"{ENGLISH['quoting Arabic']} Rebels captured Hama.")
    assert claims


def test_a_declared_language_goes_before_the_text(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [
        {"text": "Hama: 12 dead, 30 hurt.", "language": "en-US"},
        {"text": "Hama: 12 dead, 30 hurt.", "language": "Arabic", "url": "https://example.org/a"},
    ]
    path.write_text("\n".join(map(json.dumps, rows)))
    found = [item for item in gather([path]) if isinstance(item, Report)]
    assert [report.source.language for report in found] == ["en", "ar"]


def orontes_does(*args: object) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-m", "orontes", *map(str, args)]
    return subprocess.run(call, capture_output=True, text=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for name, text in (
        ("english.txt", "Rebels captured Hama on Thursday, residents of the town said."),
        ("arabic.txt", OTHERS["ar"]),
        ("also.txt", OTHERS["ar"] + "."),
        ("turkish.txt", OTHERS["tr"]),
    ):
        (inbox / name).write_text(text, encoding="utf-8")
    return inbox


def test_read_says_it_for_each_report_and_reads_the_rest(folder: Path) -> None:
    done = orontes_does("read", folder)
    words = done.stderr.splitlines()
    assert done.returncode == 0
    assert {json.loads(line)["kind"] for line in done.stdout.splitlines()} == {"territory.capture"}
    assert sum("it is in Arabic; Orontes reads English" in line for line in words) == 2
    assert sum("turkish.txt: it is in Turkish" in line for line in words) == 1


def test_add_keeps_them_and_counts_them_by_language(folder: Path, tmp_path: Path) -> None:
    case = tmp_path / "a.gpkg"
    orontes_does("new", case)
    done = orontes_does("add", case, folder)
    assert "4 reports added, 3 kept unread (2 Arabic, 1 Turkish), 1 claims" in done.stderr
    languages = sorted(str(source.language) for source in orontes.open(case).sources())
    assert languages == ["ar", "ar", "en", "tr"]


PLAIN = (
    "The army said on Thursday that it had withdrawn from the city of Hama after days of fighting."
)
SHOWN = (
    "import sys; from orontes.reports.languages import detect;"
    "print(detect(sys.argv[1]), 'py3langid' in sys.modules)"
)


def test_plain_english_is_told_without_the_classifier() -> None:
    """Its model takes a third of a second to load, which each `orontes read` would wait for."""
    call = [sys.executable, "-c", SHOWN]
    told = [
        subprocess.run([*call, text], capture_output=True, text=True, check=True).stdout
        for text in (PLAIN, "Les rebelles ont pris la ville de Hama et les soldats ont fui.")
    ]
    assert told == ["en False\n", "fr True\n"]


@pytest.mark.parametrize("language", ["tr", "fr", "es"])
def test_a_sentence_of_english_does_not_make_a_text_english(language: str) -> None:
    text = f"{OTHERS[language]} {OTHERS[language]} He said that the city had fallen."
    assert detect(text) == language
