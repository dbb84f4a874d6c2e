-----------------------------------------------------------------------------
-- the network, and the records that lcngen reads back

filterSizeList = @@filterSizes@@;
strideList = @@strides@@;
fieldOfCoefficients = @@field@@;
N = convolutionalNetwork(filterSizeList, strideList, CoefficientRing => fieldOfCoefficients);
lcngenResults#"network" = N;
lcngenResults#"ring" = ring N;

lcngenRecord = (key, payload) -> (
    << "@lcngen " << key << " " << payload << endl << flush;
    );
lcngenBegin = name -> lcngenRecord("begin", toExternalString name);
secondsOf = new MutableHashTable;
-- the value of f(), with its seconds recorded
lcngenTimed = (name, f) -> (
    lcngenBegin name;
    measured := elapsedTiming f();
    secondsOf#name = measured#0;
    lcngenRecord("time." | name, toString measured#0);
    lcngenResults#name = measured#1
    );
-- how many generators there are in each degree, {{degree, count}, ...}
degreesOf = L -> (
    counts := tally apply(L, f -> first degree f);
    apply(sort keys counts, d -> {d, counts#d})
    );
foundDegrees = new MutableHashTable;
-- and, where they are asked for, each of them
recordAll = (name, L, isListed) -> (
    lcngenRecord("numgens." | name, toString(#L));
    foundDegrees#name = degreesOf L;
    lcngenRecord("degrees." | name, toString foundDegrees#name);
    if isListed then scan(L, f -> lcngenRecord("polynomial." | name, toString listForm f));
    );
listing = "@@listing@@";
recordDegrees = (name, L) -> recordAll(name, L, listing == "all");
recordGenerators = (name, L) -> recordAll(name, L, listing != "none");
failedChecks = {};
-- a statement that must be true, with a polynomial that shows it where it is not
lcngenCheck = (name, truth, witness) -> (
    lcngenRecord("check." | name, toString truth);
    if not truth then (
        failedChecks = append(failedChecks, name);
        if witness =!= null then
            lcngenRecord("witness." | name, toString listForm witness);
        );
    truth
    );
