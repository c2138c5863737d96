"""The command ``auditor``. A worker process imports its parent's main module again: this one costs it nothing."""


def main() -> None:
    """Runs the command line."""
    from auditor.cli import main as command  # not above: a worker needs none of it

    command()


if __name__ == "__main__":
    main()
