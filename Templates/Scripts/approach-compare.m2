
-- what other rows use, made once, and without a time where its own row is not asked for
isWanted = row -> member(row, @@rows@@);
J0 = J1 = J2 = J = lean = P = isIncluded = null;
primeIdeal = () -> (
    if P === null then P = neurovarietyIdeal N;
    if basisOfPrime === null then certify P;
    P
    );
generatedBy = L -> idealOver(ring N, flatten apply(L, nonzeroGenerators));
idealJ = () -> (
    if J === null then (
        if J1 === null then J1 = idealOfMatrices(ring N, firstLevelPart(N, @@otherwise@@));
        if J2 === null then J2 = idealOfMatrices(ring N, secondLevelPart(N, false, @@otherwise@@));
        J0 = idealOfMatrices(ring N, linearPart N);
        J = generatedBy {J0, J1, J2};
        );
    J
    );

if isWanted "prime" then (
    << "-- the prime ideal: one minor for each minimal nonface, and the proof that it is prime" << endl;
    P = lcngenTimed("minimal", () -> neurovarietyIdeal N);
    recordDegrees("minimal", nonzeroGenerators P);
    addRow("prime ideal", {"minimal"}, "minimal");
    lcngenTimed("certificate", () -> certify P);
    addRow("its certificate", {"certificate"}, "");
    lcngenRecord("codimension.P", toString codim leads);
    lcngenRecord("degree.P", toString degree leads);
    recordGenerators("initialIdeal", nonzeroGenerators leads);
    addFact("codimension", "codimension", codim leads);
    addFact("degree", "degree", degree leads);
    numerator' := listForm numerator reduceHilbert hilbertSeries ((ring N)^1 / leads);
    addFact("numerator of the Hilbert series", "hilbertNumerator", apply(numerator', t -> {t#0#0, t#1}));
    );
if isWanted "levels" then (
    levels := lcngenTimed("P", () -> allLevelsIdealBy(N, @@otherwise@@));
    recordDegrees("P", nonzeroGenerators levels);
    addRow("minors of all levels", {"P"}, "P");
    checkEquality("levelsEqualPrimeIdeal", levels, primeIdeal());
    );
if isWanted "lean" then (
    lean = lcngenTimed("leanJ", () -> resultantIdealBy(N, true, @@otherwise@@));
    recordDegrees("leanJ", nonzeroGenerators lean);
    addRow("lean J", {"leanJ"}, "leanJ");
    );
if isWanted "J" then (
    << "-- the ideal J as the paper computes it, strategy @@strategyName@@" << endl;
    J0 = idealOfMatrices(ring N, linearPart N);
    J1 = lcngenTimed("J1", () -> idealOfMatrices(ring N, firstLevelPart(N, @@strategy@@)));
    J2 = lcngenTimed("J2", () -> idealOfMatrices(ring N, secondLevelPart(N, false, @@strategy@@)));
    scan({("J0", J0), ("J1", J1), ("J2", J2)}, (name, I) -> recordGenerators(name, nonzeroGenerators I));
    J = generatedBy {J0, J1, J2};
    lcngenResults#"J" = J;
    scan({"J0", "J1", "J2"}, name -> confirm(name, foundDegrees#name, entry(expectedDegrees, name)));
    foundDegrees#"J" = degreesOf nonzeroGenerators J;
    addRow("J", {"J1", "J2"}, "J");
    primeIdeal();
    isIncluded = checkInclusion("jInPrimeIdeal", J);
    );
if isWanted "radicality" then (
    << "-- whether J is radical, and its radical the prime ideal" << endl;
    primeIdeal();
    if lean === null then lean = resultantIdealBy(N, true, @@otherwise@@);
    -- what follows rests on it
    if isIncluded === null then isIncluded = checkInclusion("jInPrimeIdeal", idealJ());
    idealJ();
    addFact("J is radical", "jIsRadical", lcngenTimed("radicality", () -> checkRadicality(J, lean, P)));
    addRow("its radical is the prime ideal", {"radicality"}, "");
    );
if isWanted "radical" then (
    << "-- Macaulay2's own radical of J: slow, and not always right (issue 2839)" << endl;
    primeIdeal();
    radicalJ := lcngenTimed("radical", () -> radical idealJ());
    addRow("radical of J", {"radical"}, "radical");
    lcngenCheck("radicalEqualsPrimeIdeal", radicalJ == P, null);
    );
if isWanted "graded-kernel" or isWanted "kernel" then printTables();
if isWanted "graded-kernel" then (
    << "-- the kernel of the parametrization, with degrees that make it homogeneous" << endl;
    I := lcngenTimed("gradedKernel", () -> kernelOfParametrization(N, true));
    recordGenerators("gradedKernel", nonzeroGenerators trim I);
    addRow("graded kernel", {"gradedKernel"}, "gradedKernel");
    primeIdeal();
    checkEquality("gradedKernelEqualsPrimeIdeal", I, P);
    );
if isWanted "kernel" then (
    << "-- the kernel between plain rings, as the paper computes it@@kernelCost@@" << endl << flush;
    plain := lcngenTimed("kernel", () -> kernelOfParametrization(N, false));
    recordDegrees("kernel", nonzeroGenerators trim plain);
    addRow("kernel", {"kernel"}, "kernel");
    primeIdeal();
    checkEquality("kernelEqualsPrimeIdeal", plain, P);
    );
printTables();
