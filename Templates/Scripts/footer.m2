
<< "@lcngen done" << endl << flush;
if #failedChecks > 0 then error("failed checks: " | toString failedChecks);
