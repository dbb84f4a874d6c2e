-- Macaulay2's own radical: slow, and not always right (issue 2839)
radicalJ = lcngenTimed("radical", () -> radical J);
lcngenCheck("radicalEqualsKernel", radicalJ == I, null);
