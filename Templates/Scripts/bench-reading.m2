
-- an ideal in a file that lcngen wrote, until it is one of Macaulay2
I = lcngenTimed("reading", () -> @@reading@@);
lcngenRecord("numgens.reading", toString numgens I);
