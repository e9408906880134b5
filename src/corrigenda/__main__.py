"""Run the command line as `python -m corrigenda`."""

from corrigenda.cli.main import main

if __name__ == "__main__":
    main(prog_name="corrigenda")
