"""`python -m indru`: the same as the command `indru`."""

from indru.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
