"""Where work runs: this process, limited worker processes, a cluster: one switch."""
