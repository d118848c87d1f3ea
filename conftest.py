pytest_plugins = ["tieout.plugin"]
