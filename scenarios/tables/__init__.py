"""Files of rows as people export them (CSV, Excel, YAML): read whole with the place of every cell, or refused with it."""
