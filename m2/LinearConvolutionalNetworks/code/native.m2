-- the program lcngen

-- what Core keeps to itself, looked up where scripts can do so too
coreDictionary = Core#"private dictionary"
raw' = value coreDictionary#"raw"
rawMatrix' = value coreDictionary#"rawMatrix1"

-- it has the format m2-engine since then
minimumNativeVersion = "0.2.0"

-- where lcngen install has put program and package under the same prefix
programsBeside = (
    places := regex("/share/Macaulay2/LinearConvolutionalNetworks/code/?$", realpath currentFileDirectory);
    if places === null then {} else {substring(0, first first places, realpath currentFileDirectory) | "/bin"}
    )

-- looking costs more than a small ideal: what was found is kept while the places to look in stay the same
foundPrograms = new MutableHashTable
nativeProgram = {RaiseError => true} >> o -> () -> (
    requireBoolean(o.RaiseError, "RaiseError");
    places := (if programPaths#?"lcngen" then programPaths#"lcngen", getenv "PATH");
    if foundPrograms#?places then return foundPrograms#places;
    versionCommand := "lcngen --version | sed 's/.* //'";
    find := minimum' -> findProgram("lcngen", "lcngen --version",
        AdditionalPaths => programsBeside, MinimumVersion => (minimum', versionCommand), RaiseError => false);
    program := find minimumNativeVersion;
    if program =!= null then return foundPrograms#places = program;
    if o.RaiseError then (
        old := find "0";
        error if old === null then
            "the program lcngen, version " | minimumNativeVersion
            | " or later, is needed: on PATH or in the folder programPaths#\"lcngen\""
        else "the program lcngen in " | old#"path" | " has the version " | old#"version" | ", which is too old: "
            | minimumNativeVersion | " or later is needed"
        ))

-- for the shell
quoted = text -> "'" | demark("'\\''", separate("'", text)) | "'"

-- What the program writes. Files are quoted, which runProgram does not do; the folder of the program is written as
-- findProgram wants it.
runNative = arguments -> last runNativeWithStatus(arguments, {0})
runNativeWithStatus = (arguments, accepted) -> (
    program := nativeProgram();
    output := temporaryFileName();
    errors := temporaryFileName();
    -- a signal is a number below 256
    status' := run(program#"path" | "lcngen " | arguments | " > " | quoted output | " 2> " | quoted errors);
    message := if fileExists errors then get errors else "";
    text := if fileExists output then get output else "";
    scan({output, errors}, file -> if fileExists file then removeFile file);
    if not any(accepted, n -> 256 * n == status') then error("lcngen " | arguments | "\n"
        | if message == "" then "ended with the status " | toString status' else message);
    (status' // 256, text)
    )

-- numbers only: nothing a shell could misunderstand
architectureArguments = N -> (
    numbers := L -> demark(",", toString \ L);
    " --k " | numbers filterSizes N | " --s " | numbers append(strides N, 1)
    )

nativeIdeal = (N, command) -> (
    nativeProgram();
    if dim N == endToEndFilterSize N then return ideal(0_(ring N));
    file := temporaryFileName();
    runNative(command | architectureArguments N | " --format m2-engine --out " | quoted file);
    I := try idealOfFile(N, file) else null;
    if fileExists file then removeFile file;
    if I === null then error("lcngen " | command | " left no complete file of polynomials");
    I
    )

idealOfFile = (N, file) -> (
    M := readPolynomials(ring N, file);
    -- modulo p some are zero
    if char ring N > 0 then M = compress M;
    -- finding out by looking at every term would take a third of the time
    if degreeLength ring N == 1 and isHomogeneous ring N then M.cache#(symbol isHomogeneous) = true;
    ideal M
    )

-- Where the engine reads such a file itself: it can since 1.23; versions before this have not been tried.
hasEngineReader = (
    numbers := select("[0-9]+", version#"VERSION");
    apply(take(numbers, 3), value) >= {1, 26, 6} and coreDictionary#?"rawMatrixReadMsolveFile"
    )

readPolynomials = (R, file) -> (
    -- the engine ends the session at a file that is missing, and takes one that is cut off
    ending := if fileExists file then get("!tail -c 5 " | quoted file) else "";
    if not match("[^[]\\]:\n$", ending) or match("[[\n]0\\]:\n$", ending) then error "incomplete";
    if not hasEngineReader then return parsePolynomials(R, get file);
    reader := value coreDictionary#"rawMatrixReadMsolveFile";
    if coefficientRing R === QQ then return map(R, reader(raw' R, file));
    -- Over QQ, as in 1.26.06 other rings are wrong: terms whose coefficient is zero modulo p stay, and for
    -- quotients of polynomial rings the session ends by a signal.
    S := QQ(monoid [Variables => numgens R]);
    M := map(S, reader(raw' S, file));
    M = (map(R, S, gens R)) M;
    -- degrees in R may be longer: then they are found anew
    if degreeLength R == 1 then map(R^1, , M) else map(R^1, , entries M)
    )

-- terms like -2*w_0^2*w_3, in polynomials that end with "," or "]:"
parsePolynomials = (R, text) -> (
    text = last separate("\\[", text);
    text = first separate("\\]", text);
    -- everything is looked up, and made once only; elements of the engine add up faster than those of R
    factors := new MutableHashTable from apply(numgens R, i -> ("w_" | toString i, raw' R_i));
    factor' := t -> remembered(factors, t, () -> (
        if match("^[0-9]+$", t) then raw' promote(value t, R)
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
    map(R^1, , map(R, rawMatrix'(raw' R^1, #polynomials, polynomials, 0)))
    )
