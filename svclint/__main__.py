"""`python -m svclint`."""

from svclint.cli.main import main

if __name__ == "__main__":
    main()
