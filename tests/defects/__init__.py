"""Proof that the features bite: defects are put into the engine, the fakes and the integration, and stories must go red."""
