
-----------------------------------------------------------------------------
-- what is expected, and the table for people

-- by lcngen when this script was written: generators by degree, and seconds
expectedDegrees = hashTable @@degrees@@;
nativeSeconds = hashTable @@seconds@@;
-- by lcngen: codimension, degree, numerator of the Hilbert series, whether J is radical
expectedFacts = hashTable @@facts@@;
-- seconds of the paper's Table 2
paperSeconds = hashTable @@paper@@;

-- Macaulay2 confirms each
confirm = (name, found, expected) -> if expected =!= null then
    lcngenCheck("expected." | name, found === expected, null);
entry = (table', name) -> if table'#?name then table'#name;

tableOfRows = {};
addRow = (title, names, degreesName) -> (
    seconds' := table' -> (
        known := select(apply(names, name -> entry(table', name)), t -> t =!= null);
        if #known == #names then printed sum known else "");
    found := entry(foundDegrees, degreesName);
    expected := entry(expectedDegrees, degreesName);
    if found =!= null then confirm(degreesName, found, expected);
    counts := L -> if #L == 0 then "none" else demark(", ", apply(L, p -> toString p#1 | " of degree " | toString p#0));
    tableOfRows = append(tableOfRows, {title, seconds' secondsOf,
        if entry(paperSeconds, title) =!= null then printed paperSeconds#title else "", seconds' nativeSeconds,
        if found === null then "" else counts found,
        if found === null or expected === null then "" else if found === expected then "as expected"
        else "expected: " | counts expected});
    );
-- three digits
printed = t -> (
    digits := if t >= 100 then toString round t else format(3, t * 1.0);
    if substring(0, 1, digits) == "." then "0" | digits else digits
    );
tableOfFacts = {};
addFact = (title, name, found) -> (
    expected := entry(expectedFacts, name);
    confirm(name, found, expected);
    tableOfFacts = append(tableOfFacts, {title, toString found,
        if expected === null then "" else if found === expected then "as expected"
        else "expected: " | toString expected});
    );
printTables = () -> (
    << endl << net N << " over " << toString fieldOfCoefficients << ", in Macaulay2 " << version#"VERSION" << endl << endl;
    if #tableOfRows > 0 then << netList(prepend(
        {"", "seconds", "paper's", "lcngen's", "generators", ""}, tableOfRows),
        Boxes => false, HorizontalSpace => 2) << endl << endl;
    if #tableOfFacts > 0 then << netList(tableOfFacts, Boxes => false, HorizontalSpace => 2) << endl << endl;
    if #failedChecks > 0 then << "NOT CONFIRMED: " << demark(", ", failedChecks) << endl << endl;
    << flush;
    );
