import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # strategies.py and recorder.py stand beside the tests that use them
