-- Macaulay2 1.26.06 aborts with std::length_error where the file that the engine's reader is given is not there.
-- M2 --script engine-reader-missing-file.m2
if not Core#"private dictionary"#?"rawMatrixReadMsolveFile" then (
    << "Macaulay2 " << version#"VERSION" << " has no such reader" << endl;
    exit 0);
importFrom_Core { "raw", "rawMatrixReadMsolveFile" }
R = QQ[x, y];

-- expected: an error. Seen: the session ends.
try map(R, rawMatrixReadMsolveFile(raw R, temporaryFileName())) else << "an error, as it should be" << endl;
