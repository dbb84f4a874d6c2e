-- ideals by the program lcngen

minimumNativeVersion = "0.1.0"

-- looking costs more than a small ideal: what was found is kept while the places to look in stay the same
foundPrograms = new MutableHashTable
nativeProgram = {RaiseError => true} >> o -> () -> (
    places := (if programPaths#?"lcngen" then programPaths#"lcngen", getenv "PATH");
    if foundPrograms#?places then return foundPrograms#places;
    program := findProgram("lcngen", "lcngen --version",
        MinimumVersion => (minimumNativeVersion, "lcngen --version | sed 's/.* //'"),
        RaiseError => false);
    if program === null and o.RaiseError then error(
        "Strategy => \"Native\" needs the program lcngen, version " | minimumNativeVersion |
        " or later, on PATH or in the folder programPaths#\"lcngen\"");
    if program =!= null then foundPrograms#places = program;
    program
    )

-- numbers only: nothing a shell could misunderstand
nativeIdeal = (N, command) -> (
    program := nativeProgram();
    if dim N == endToEndFilterSize N then return ideal(0_(ring N));
    numbers := L -> demark(",", toString \ L);
    file := temporaryFileName();
    runProgram(program, "lcngen", command | " --k " | numbers filterSizes N
        | " --s " | numbers append(strides N, 1) | " --format m2-engine --out " | file);
    M := readPolynomials(ring N, file);
    removeFile file;
    -- modulo p some are zero
    if char ring N > 0 then M = compress M;
    -- finding out by looking at every term would take a third of the time
    M.cache#(symbol isHomogeneous) = true;
    ideal M
    )

-- The engine reads such a file itself since 1.23; before, terms are looked up one by one.
readPolynomials = (R, file) -> (
    if Core#"private dictionary"#?"rawMatrixReadMsolveFile" then (
        read := value Core#"private dictionary"#"rawMatrixReadMsolveFile";
        if char R == 0 then return map(R, read(raw R, file));
        -- it would keep terms whose coefficient is zero modulo p (seen in 1.26.06)
        S := QQ(monoid R);
        (map(R, S, gens R)) map(S, read(raw S, file))
        )
    else parsePolynomials(R, get file)
    )

-- terms like -2*w_0^2*w_3, in polynomials that end with "," or "]:"
parsePolynomials = (R, text) -> (
    text = last separate("\\[", text);
    text = first separate("\\]", text);
    -- everything is looked up, and made once only; elements of the engine add up faster than those of R
    factors := new MutableHashTable from apply(numgens R, i -> ("w_" | toString i, raw R_i));
    factor' := t -> remembered(factors, t, () -> (
        if match("^[0-9]+$", t) then raw promote(value t, R)
        else if match("^w_[0-9]+\\^[0-9]+$", t) then (
            (x, n) := toSequence separate("\\^", t);
            (factor' x)^(value n)
            )
        else error("neither a number nor a power of a variable: " | t)
        ));
    terms' := new MutableHashTable;
    term := t -> remembered(terms', t, () ->
        if t#0 == "-" then - term substring(1, t) else product(separate("\\*", t), factor'));
    -- a sum copies both sides: in pairs that takes n log n copies, one term after another n^2
    total := L -> (
        while #L > 1 do L = apply(pack(2, L), p -> if #p == 2 then p#0 + p#1 else p#0);
        L#0
        );
    polynomials := toSequence apply(separate(",\n", text), p ->
        total apply(select(separate("\\+", replace("-", "+-", p)), t -> t != ""), term));
    map(R^1, , map(R, rawMatrix1(raw R^1, #polynomials, polynomials, 0)))
    )
