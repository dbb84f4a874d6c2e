
-- times: the ideal J against the kernel ----------------------------------------
J0 = idealJ0();
J1 = lcngenTimed("J1", idealJ1);
J2 = lcngenTimed("J2", idealJ2);
J = sumOfIdeals {J0, J1, J2};
lean = lcngenTimed("leanJ", () -> sumOfIdeals {idealJ0(), idealJ1(), idealTop()});
P = lcngenTimed("P", idealLevels);
lcngenRecord("numgens.J0", toString(#nonzeroGenerators J0));
lcngenRecord("numgens.J1", toString(#nonzeroGenerators J1));
lcngenRecord("numgens.J2", toString(#nonzeroGenerators J2));
I = lcngenTimed("gradedKernel", gradedKernel);
recordGenerators("gradedKernel", nonzeroGenerators trim I);
@@plainKernel@@
-- checks: I is the kernel --------------------------------------------------------
outside = (generatorList, ideal1) -> (
    found := select(1, generatorList, f -> f % ideal1 != 0);
    if #found == 0 then null else found#0
    );
lcngenBegin "vanishing";
lcngenCheck("idealVanishes", vanishesOnNetwork J, null);
lcngenBegin "jInKernel";
witness = outside(nonzeroGenerators J, I);
lcngenCheck("jInKernel", witness === null, witness);
lcngenBegin "levelsEqualsKernel";
witness = outside(nonzeroGenerators trim I, P);
if witness === null then witness = outside(nonzeroGenerators P, I);
lcngenCheck("levelsEqualsKernel", witness === null, witness);
lcngenBegin "minimalEqualsKernel";
minimalMinors = idealNonfaces();
witness = outside(nonzeroGenerators trim I, minimalMinors);
if witness === null then witness = outside(nonzeroGenerators minimalMinors, I);
lcngenCheck("minimalEqualsKernel", witness === null, witness);
lcngenBegin "initialIdeal";
recordGenerators("initialIdeal", apply(flatten entries leadTerm gens gb I, leadMonomial));
lcngenBegin "hilbertSeries";
hilbertNumerator = numerator reduceHilbert hilbertSeries I;
lcngenRecord("hilbertNumerator", toString apply(listForm hilbertNumerator, (e, c) -> {first e, c}));
lcngenBegin "codimensions";
lcngenRecord("codimension.kernel", toString codim I);
lcngenRecord("codimension.J", toString codim J);
-- whether J = I, that is, whether J is radical (Theorem 3.9): a fact, either way
lcngenBegin "jIsRadical";
witness = outside(nonzeroGenerators trim I, J);
lcngenRecord("check.jIsRadical", toString(witness === null));
if witness =!= null then lcngenRecord("witness.jIsRadical", toString listForm witness);
lcngenBegin "leanEqualsJ";
witness = outside(nonzeroGenerators J, lean);
lcngenCheck("leanEqualsJ", witness === null, witness);
-- J and I differ at most at the origin: the last variable is not in I, and removes it
lcngenBegin "saturationIsKernel";
witness = outside(nonzeroGenerators trim I, saturate(J, R_(variableCount - 1)));
lcngenCheck("saturationIsKernel", witness === null, witness);
-- I lies in the radical of J, generator by generator
lcngenBegin "kernelInRadicalJ";
witness = select(1, nonzeroGenerators trim I,
    f -> f % J != 0 and not radicalContainment(f, J));
lcngenCheck("kernelInRadicalJ", #witness == 0, if #witness == 0 then null else witness#0);
@@radical@@
