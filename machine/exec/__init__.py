"""One CP/M or MSX-DOS program in the host's terminal: a process VM.

The program runs on a real Z80 (`machine.boards.process`) in 64 KB of RAM, on MSX-DOS in a memory
mapper. Its system calls are answered here, on the host; files are those of folders that were named,
the console is the terminal. What a program can observe is that of CP/M 2.2 (`cpm`), MSX-DOS 1
(`msx1`) or MSX-DOS 2 (`msx2`, the default). Where the systems differ:

    function   cpm                                   msx1, msx2
    01 08 0B   CTRL+C is a key like others           CTRL+C ends the program
    06         FDh, FEh as CP/M 3 has them          characters like others
    07 08      I/O byte                              console input as it comes; without echo
    11 12      A = 0-3, four entries of 32 bytes     A = 0, drive and directory entry
    14         last record filled up with 1Ah        with 0
    1B         allocation vector                     size and free space
    1C-20 25   write protection, attributes,         nothing: A = 0, HL = 0
               disk parameters, user number
    21 22 28   errors 1, 3, 4, 6                     error 1
    26 27      nothing                               block functions
    2A-30      nothing                               date, time, verify, sectors
    31 40-70   nothing                               msx2: as in its specification; msx1: nothing

    guest      the processor's registers and memory, as a system call sees them
    codes      error codes, and what they say
    names      8.3 names: their form, and how the host's names become some
    folders    a drive: a folder of the host, and no way out of it
    files      files that are open, FCBs
    fcbs, fcb_records      functions 0F-17, 21-28, on what fcb_files finds
    console    functions 01-0B, the line editor
    terminal   the host's terminal or pipes; screens and keys translate for it
    clock      date and time, functions 2A-2D
    drives     functions 0D, 0E, 18-1B, 1F, 31
    paths      drive, path and file in a string
    handles, directory_calls, process, environment      functions 40-70
    system     which function is whose
    mapper     memory of segments, and its support routines
    loading    page 0, the entries, the program
    vm         the loop that runs it all

Sources: Digital Research, "CP/M 2.2 Operating System Manual", section 5; MSX2 Technical Handbook,
chapter 3; "MSX-DOS 2 Program Interface Specification" and "Function Specifications".
"""
