from auditor.cli import main

if __name__ == "__main__":  # a process that sets PDFs or scores imports this file again
    main()
