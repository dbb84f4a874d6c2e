-- Macaulay2 1.26.06: the engine's reader of msolve's output keeps terms whose coefficient is zero modulo p. The
-- polynomial prints as 0 and is not equal to 0.
-- M2 --script engine-reader-zero-terms.m2
if not Core#"private dictionary"#?"rawMatrixReadMsolveFile" then (
    << "Macaulay2 " << version#"VERSION" << " has no such reader" << endl;
    exit 0);
importFrom_Core { "raw", "rawMatrixReadMsolveFile" }
file = temporaryFileName();
file << "#field characteristic: 5\n#variable order: x, y\n#---\n[5*x*y]:\n" << close;
R = (ZZ/5)[x, y];
f = (map(R, rawMatrixReadMsolveFile(raw R, file)))_(0,0);

-- expected: (0, true, 0). Seen in place of the last two: false and 1.
<< (f, f == 0, size f) << endl;
