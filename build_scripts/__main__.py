from build_scripts.cli import main

main(prog_name="python -m build_scripts")
