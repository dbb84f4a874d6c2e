-- Macaulay2 1.26.06 ends by SIGSEGV: the engine's reader of msolve's output takes any ring of characteristic 0, and
-- an extension of QQ as a quotient ring too.
-- M2 --script engine-reader-extension-field.m2
if not Core#"private dictionary"#?"rawMatrixReadMsolveFile" then (
    << "Macaulay2 " << version#"VERSION" << " has no such reader" << endl;
    exit 0);
importFrom_Core { "raw", "rawMatrixReadMsolveFile" }
file = temporaryFileName();
file << "#field characteristic: 0\n#variable order: x, y\n#---\n[2*x*y]:\n" << close;

-- as it should be
R = QQ[x, y];
<< map(R, rawMatrixReadMsolveFile(raw R, file)) << endl << flush;

-- expected: the matrix, or an error. Seen: the session ends.
S = (QQ[i]/(i^2+1))[x, y];
<< map(S, rawMatrixReadMsolveFile(raw S, file)) << endl << flush;
