"""The command line and the stores."""
