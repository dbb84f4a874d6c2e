-- Does scripts one after another, each in a process of its own that begins where Macaulay2 has started: a name a line on
-- standard input; the status of the process, with its mark, on standard output.
while true do (
    name := read stdio;
    if name == "" then exit 0;
    child := fork();
    if child == 0 then (
        load first lines name;
        exit 0);
    << "@lcngen-worker " << wait child << endl << flush;
    )
