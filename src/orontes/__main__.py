from orontes.cli import main

main()
