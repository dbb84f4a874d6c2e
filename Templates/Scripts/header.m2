-- @@title@@
-- made by @@tool@@ with the command
--     @@command@@
-- Mathematics: Shahverdi, Algebraic Complexity and Neurovariety of Linear
-- Convolutional Networks (arXiv 2401.16613); @@source@@
--
-- Run it by "M2 --script FILE", or by load "FILE" in a session. Results are the
-- lines that begin with "@lcngen"; times are seconds of elapsedTiming.

-- the architecture -------------------------------------------------------
layerSizes = @@filterSizes@@;
layerStrides = @@strides@@;
fieldOfCoefficients = @@field@@;
layerCount = #layerSizes;
-- S_l = s_1 ... s_(l-1), from l = 1
strideProducts = apply(layerCount, l -> product take(layerStrides, l));
variableCount = 1 + sum(layerCount, l -> (layerSizes#l - 1) * strideProducts#l);
R = fieldOfCoefficients[w_0..w_(variableCount - 1)];

-- the records that lcngen reads back -------------------------------------
lcngenRecord = (key, payload) -> (
    << "@lcngen " << key << " " << payload << endl << flush;
    );
lcngenBegin = name -> lcngenRecord("begin", toExternalString name);
-- the seconds and the value of f()
lcngenTimed = (name, f) -> (
    lcngenBegin name;
    measured := elapsedTiming f();
    lcngenRecord("time." | name, toString measured#0);
    measured#1
    );
nonzeroGenerators = I -> select(first entries gens I, f -> f != 0);
recordGenerators = (name, generatorList) -> (
    lcngenRecord("numgens." | name, toString(#generatorList));
    degreeTally := tally apply(generatorList, f -> sum first exponents f);
    lcngenRecord("degrees." | name, toString apply(sort keys degreeTally, d -> {d, degreeTally#d}));
    @@listGenerators@@
    );
failedChecks = {};
-- a statement that must be true, with a polynomial that shows it where it is not
lcngenCheck = (name, truth, witness) -> (
    lcngenRecord("check." | name, toString truth);
    if not truth then (
        failedChecks = append(failedChecks, name);
        if witness =!= null then
            lcngenRecord("witness." | name, toString listForm witness);
        );
    );

lcngenRecord("protocol", "1");
lcngenRecord("macaulay2", toExternalString version#"VERSION");
lcngenRecord("architecture", toString {layerSizes, layerStrides});
lcngenRecord("approach", "\"@@approach@@\"");
lcngenRecord("field", toExternalString toString fieldOfCoefficients);
lcngenRecord("strategy", "\"@@strategy@@\"");
