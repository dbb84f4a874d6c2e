-- Macaulay2 1.21 to 1.26.06: runProgram writes the names of its files for output and errors into a line for the shell without
-- quotes, so that it fails where the temporary folder has a space in its name.
-- mkdir "/tmp/a folder"; TMPDIR="/tmp/a folder" M2 --script run-program-folder-with-space.m2
program = findProgram("ls", "ls");

-- expected: 0, with or without the space. Seen with it: an error, as the file of outputs is not there.
<< (runProgram(program, "-d /"))#"return value" << endl;
