"""Settings: where they come from, which wins, and that every fault is told at once."""

import tomllib
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import get_type_hints

import pytest

from bot import config
from bot.errors import ConfigError

EXAMPLE = Path(__file__).parents[1] / "config.example.toml"
TOKEN = "987654:secret-token"


def written(folder: Path, text: str) -> Path:
    path = folder / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return path


def uncommented(text: str) -> dict[str, dict[str, object]]:
    """The example with every commented-out setting switched on."""
    lines = [line.removeprefix("# ") if " = " in line and line.startswith("# ") else line for line in text.splitlines()]
    return tomllib.loads("\n".join(line for line in lines if " = " in line or line.startswith("[")))


def test_no_configuration_at_all_is_fine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(config, "user_config_path", lambda _: tmp_path)
    assert config.load(environment={}) == config.Settings()


def test_the_file_is_read_and_the_environment_wins(tmp_path: Path) -> None:
    path = written(tmp_path, '[log]\nlevel = "error"\n[telegram]\nadmins = [1]\nburst = 7\n')
    settings = config.load(path, {"ONRECORD_LOG__LEVEL": "debug", "ONRECORD_TELEGRAM__ADMINS": "5, 6"})
    assert settings.log.level == "debug"
    assert settings.telegram.admins == (5, 6)
    assert settings.telegram.burst == 7


def test_the_working_folders_file_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "config.toml").write_text("[reading]\nworkers = 3\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert config.load(environment={}).reading.workers == 3


def test_all_faults_are_told_at_once_with_key_value_and_what_is_allowed(tmp_path: Path) -> None:
    path = written(tmp_path, '[store]\npth = "x"\n[reading]\nworkers = "many"\n[telegram]\nmode = "push"\n[mood]\n')
    with pytest.raises(ConfigError) as caught:
        config.load(path, {"ONRECORD_TOKEN": TOKEN, "ONRECORD_LOG__LEVEL": "loud"})
    lines = str(caught.value).splitlines()
    assert str(path) in lines[0]
    assert len(lines) == 7
    told = "\n".join(lines)
    for words in (
        "store.pth: there is no such",
        "'many' given",
        "'push' given",
        "'polling' or 'webhook'",
        "'loud'",
        "mood",
    ):
        assert words in told
    assert TOKEN not in told


@pytest.mark.parametrize(
    ("text", "words"), [("[store", "not valid TOML"), ("\udcff", "not UTF-8"), (None, "can't be read")]
)
def test_an_unusable_file_is_named(tmp_path: Path, text: str | None, words: str) -> None:
    path = tmp_path / "settings.toml"
    if text is not None:
        path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(ConfigError, match=words) as caught:
        config.load(path, {})
    assert str(path) in str(caught.value)


def test_a_section_that_is_no_table_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="store"):
        config.load(written(tmp_path, "store = 1\n"), {"ONRECORD_STORE__PATH": "x"})


def test_the_token_comes_from_a_file_or_the_environment_and_is_never_shown(tmp_path: Path) -> None:
    secret = tmp_path / "token"
    secret.write_text(f"{TOKEN}\n", encoding="utf-8")
    from_file = config.load(written(tmp_path, f"[telegram]\ntoken_file = {str(secret)!r}\n"), {})
    from_environment = config.load(written(tmp_path, ""), {"ONRECORD_TELEGRAM__TOKEN": TOKEN})
    for settings in (from_file, from_environment):
        assert settings.telegram.token == TOKEN
        assert TOKEN not in repr(settings)
        assert TOKEN not in str(settings)


def test_a_faulty_token_is_not_shown_in_the_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"telegram\.token") as caught:
        config.load(written(tmp_path, "[telegram]\ntoken = 987654321\n"), {})
    assert "987654321" not in str(caught.value)


def test_a_token_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="token_file"):
        config.load(written(tmp_path, '[telegram]\ntoken_file = "nowhere"\n'), {})


def test_the_example_documents_exactly_the_settings() -> None:
    documented = {section: set(table) for section, table in uncommented(EXAMPLE.read_text(encoding="utf-8")).items()}
    sections = get_type_hints(config.Settings)
    there = {
        section: {f.name for f in fields(kind)}
        for section, kind in sections.items()
        if isinstance(kind, type) and is_dataclass(kind)
    }
    assert documented == there


def test_the_example_is_valid_as_it_is_and_switched_on(tmp_path: Path) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    assert config.load(EXAMPLE, {}) == config.Settings()
    lines = [line.removeprefix("# ") if " = " in line and line.startswith("# ") else line for line in text.splitlines()]
    shown = config.load(written(tmp_path, "\n".join(lines).replace('token_file = "/etc/onrecord/token"', "")), {})
    built_in = config.Settings()
    for part in ("reading", "log"):
        assert getattr(shown, part) == getattr(built_in, part)
    assert shown.telegram.rate_per_minute == built_in.telegram.rate_per_minute
    assert shown.telegram.base_url == built_in.telegram.base_url
