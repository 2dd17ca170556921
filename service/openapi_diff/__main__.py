"""What does `python -m service.openapi_diff` run? The command, which knows how to read files."""

from service.cli.compare_files import compare

if __name__ == "__main__":
    compare(prog_name="python -m service.openapi_diff")
