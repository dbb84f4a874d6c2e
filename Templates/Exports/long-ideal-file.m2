-- @@title@@
-- made by @@tool@@ with the command
--     @@command@@
-- defines the ring R, its variables, and @@ideal@@
R = @@ring@@;
-- The generators are text, read by the engine (since 1.23) or term by term: the parser would need minutes.
@@ideal@@ = (text -> (
    core := Core#"private dictionary";
    raw' := value core#"raw";
    -- which mistakes names of several letters (seen in 1.26.06)
    if core#?"rawMatrixReadMsolveFile" and not any(gens R, x -> match("[a-z][a-z]", toString x)) then (
        file := temporaryFileName();
        file << "#field characteristic: " << char R << "\n#variable order: " << demark(", ", toString \ gens R)
            << "\n#---\n[" << text << "]:\n" << close;
        M := map(R, (value core#"rawMatrixReadMsolveFile")(raw' R, file));
        removeFile file;
        return ideal M
        );
    -- powers of variables and terms are made once only, and added in pairs: a sum copies both sides
    known := new MutableHashTable from apply(gens R, x -> (toString x, raw' x));
    factor' := t -> if known#?t then known#t else known#t = (
        p := separate("\\^", t);
        if #p == 2 then (factor' p#0)^(value p#1) else raw' promote(value t, R)
        );
    term' := t -> if known#?t then known#t else known#t = (
        if t#0 == "-" then -(term' substring(1, t)) else product(separate("\\*", t), factor')
        );
    polynomials := apply(lines text, line -> (
        if line#-1 == "," then line = substring(0, #line - 1, line);
        p := prepend("+", separate(" ", line));
        s := apply(pack(2, p), t -> if t#0 == "-" then -(term' t#1) else term' t#1);
        while #s > 1 do s = apply(pack(2, s), t -> if #t == 2 then t#0 + t#1 else t#0);
        s#0
        ));
    ideal map(R^1, , map(R, (value core#"rawMatrix1")(raw' R^1, #polynomials, toSequence polynomials, 0)))
    )) ///@@generators@@///;
