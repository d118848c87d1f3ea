import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

sys.path.insert(0, str(Path(__file__).parent))  # toy.py stands beside the tests that use it

from toy import Toy

from fakes.http.in_process import InProcess
from fakes.http.serve import serving

Connect = Callable[[Toy], httpx.Client]


@pytest.fixture
def toy() -> Toy:
    return Toy()


@pytest.fixture
def connect_in_process() -> Iterator[Connect]:
    with ExitStack() as open_:
        yield lambda toy: open_.enter_context(InProcess(toy.dispatcher).client(timeout=10))


@pytest.fixture
def connect_served() -> Iterator[Connect]:
    with ExitStack() as open_:

        def connect(toy: Toy) -> httpx.Client:
            server = open_.enter_context(serving(toy.dispatcher))
            return open_.enter_context(httpx.Client(base_url=server.url, timeout=10, trust_env=False))

        yield connect


@pytest.fixture(params=["in process", "served"])
def client(request: pytest.FixtureRequest, toy: Toy) -> httpx.Client:
    connect: Connect = request.getfixturevalue(f"connect_{request.param.replace(' ', '_')}")
    return connect(toy)
