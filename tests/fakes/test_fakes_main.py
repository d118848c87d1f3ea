"""`python -m fakes`: the four systems on a port, until Ctrl-C."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from fakes.__main__ import main
from fakes.http.serve import serving
from fakes.stack import connected, opened

ROOT = Path(__file__).parents[2]


@contextmanager
def killed(process: subprocess.Popen[str]) -> Iterator[None]:
    """Whatever fails, nobody waits for it for ever."""
    try:
        yield
    finally:
        process.kill()


def test_it_serves_until_it_is_interrupted() -> None:
    command = [sys.executable, "-m", "fakes", "--port", "0"]
    # A shell's background jobs are born deaf to interrupts, and so would be what this test starts from one.
    hearing = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)}
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, **hearing) as process, killed(process):
        assert process.stdout is not None
        line = process.stdout.readline()
        url = next(word.rstrip(";") for word in line.split() if word.startswith("http://127.0.0.1:"))
        stack = connected(url)
        assert stack.crm.orders() == ()
        stack.shut_down()
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0
    with pytest.raises(httpx.ConnectError):
        httpx.get(url, trust_env=False)


def test_a_port_in_use_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with serving(opened()) as server:
        port = server.server_address[1]
        assert main(["--port", str(port)]) == 1
    assert capsys.readouterr().err == (
        f"Port {port} cannot be used: Address already in use. Choose another with --port, or 0 for any.\n"
    )


@pytest.mark.parametrize("port", ["-1", "70000", "many"])
def test_what_is_no_port_is_told(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([f"--port={port}"])
    assert end.value.code == 2
    assert "--port" in capsys.readouterr().err.splitlines()[-1]
