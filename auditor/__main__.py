"""The command ``auditor``. A worker process imports its parent's main module again: this one costs it nothing."""


def main() -> None:
    """Runs the command line; Ctrl-C while it is still being loaded ends it as quietly as later."""
    try:
        from auditor.cli import main as command  # not above: a worker needs none of it

        command()
    except KeyboardInterrupt:
        import sys

        print("\nDihentikan.", file=sys.stderr)  # the wordings may not be there yet
        sys.exit(130)


if __name__ == "__main__":
    main()
