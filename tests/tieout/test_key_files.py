"""Files that are no key to sign with."""

import os
from pathlib import Path

import pytest

from reports.signing.keys import KeyFileError, load_key, make_key


def test_keys_that_are_none_are_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir(mode=0o700)
    (tmp_path / "empty").touch(mode=0o600)
    (tmp_path / "public").write_text("-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA\n-----END PUBLIC KEY-----\n")
    (tmp_path / "binary").write_bytes(bytes(range(256)))
    for name in ("public", "binary"):
        (tmp_path / name).chmod(0o600)
    make_key(tmp_path / "locked", "words")
    wrong = {
        "folder": "is a directory",
        "empty": "is no private key in PEM form",
        "public": "is no private key in PEM form",
        "binary": "is no private key in PEM form",
        "none": "there is no such file; make one with: tieout new key",
        "locked": "is locked; put its passphrase into TIEOUT_PASSPHRASE",
    }
    for name, said in wrong.items():
        with pytest.raises(KeyFileError) as found:
            load_key(tmp_path / name)
        assert said in str(found.value).lower().replace("tieout_passphrase", "TIEOUT_PASSPHRASE").replace("pem", "PEM")
        assert "\n" not in str(found.value)
    if os.geteuid():  # whoever may read everything is not kept from it
        (tmp_path / "empty").chmod(0)
        with pytest.raises(KeyFileError, match="cannot be read"):
            load_key(tmp_path / "empty")
