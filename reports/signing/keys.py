"""Keys that people sign with: Ed25519 (RFC 8032), in a file that only its owner may read."""

from __future__ import annotations

import base64
import os
import stat
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from reports.evidence.encoding import digest


class KeyFileError(Exception):
    """A key file that cannot be used. The message names the file, what is wrong and what to do."""


class Key:
    """A private key: signs texts, and tells its public half."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private

    @property
    def public(self) -> str:
        """The public half, in base64."""
        raw = serialization.Encoding.Raw, serialization.PublicFormat.Raw
        return base64.b64encode(self._private.public_key().public_bytes(*raw)).decode()

    def sign(self, text: str) -> str:
        """The signature of a text, in base64."""
        return base64.b64encode(self._private.sign(text.encode())).decode()


def make_key(path: Path, passphrase: str = "") -> Key:
    """Write a new key into a new file that only its owner may read. KeyFileError if the file is there or cannot be."""
    private = Ed25519PrivateKey.generate()
    lock = serialization.BestAvailableEncryption(passphrase.encode()) if passphrase else serialization.NoEncryption()
    pem = private.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, lock)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(pem)
    except FileExistsError:
        raise KeyFileError(f"{path} is there already; a key is never overwritten, choose another name") from None
    except OSError as wrong:
        raise KeyFileError(f"{path} cannot be written: {wrong.strerror}") from None
    return Key(private)


def load_key(path: Path, passphrase: str = "") -> Key:
    """The key of a file. KeyFileError if it cannot be read, may be read by others, is locked or is no Ed25519 key."""
    try:
        mode, pem = path.stat().st_mode, path.read_bytes()
    except OSError as wrong:
        told = {"FileNotFoundError": "there is no such file; make one with: tieout new key"}
        reason = told.get(type(wrong).__name__, wrong.strerror)
        raise KeyFileError(f"the key {path} cannot be read: {reason}") from None
    if os.name == "posix" and stat.S_IMODE(mode) & 0o077:
        raise KeyFileError(f"the key {path} may be read by others; keep it to yourself first: chmod 600 {path}")
    return Key(_private(path, pem, passphrase))


def _private(path: Path, pem: bytes, passphrase: str) -> Ed25519PrivateKey:
    try:
        private = serialization.load_pem_private_key(pem, passphrase.encode() or None)
    except TypeError:
        wanted = "needs no passphrase" if passphrase else "is locked; put its passphrase into TIEOUT_PASSPHRASE"
        raise KeyFileError(f"the key {path} {wanted}") from None
    except ValueError:
        said = "cannot be opened with this passphrase" if passphrase else "is no private key in PEM form"
        raise KeyFileError(f"{path} {said}") from None
    if not isinstance(private, Ed25519PrivateKey):
        raise KeyFileError(f"{path} holds a key of another kind; Tieout signs with Ed25519 keys: tieout new key")
    return private


def is_signed(text: str, signature: str, public: str) -> bool:
    """Whether that public key made that signature of that text; False for anything that is no key or signature."""
    try:
        key = Ed25519PublicKey.from_public_bytes(_bytes(public))
        key.verify(_bytes(signature), text.encode())
    except (InvalidSignature, ValueError, TypeError):
        return False
    return True


def _bytes(text: str) -> bytes:
    """What a text in base64 stands for. ValueError for any other way to write the same: a changed letter is a change."""
    found = base64.b64decode(text, validate=True)
    if base64.b64encode(found).decode() != text:
        raise ValueError
    return found


def fingerprint(public: str) -> str:
    """A public key as people compare it: the first 16 digits of its hash."""
    return digest(public)[:16]
