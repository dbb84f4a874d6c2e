
<< "@lcngen done" << endl << flush;
);

-- everything is defined; the user's names are there again while it runs, and if it is interrupted
lcngenResults#"run" = () -> (
    lcngenRun();
    found := new HashTable from select(pairs lcngenResults, (name, value) ->
        not member(name, {"user's dictionaries", "own", "run"}));
    if #failedChecks > 0 then error("failed checks: " | toString failedChecks);
    found
    );
dictionaryPath = lcngenResults#"user's dictionaries";
lcngenResults = lcngenResults#"run"();
