"""How is the command run as a module? `python -m service.cli`, the same as `bindery`."""

from service.cli.main import main

main()
