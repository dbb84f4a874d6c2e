
-- Macaulay2's own radical of J is the kernel (Theorem 3.9)
-- slow, and not always right (issue 2839 of Macaulay2)
J = resultantIdeal N;
radicalJ = lcngenTimed("radical", () -> radical J);
recordGenerators("radical", nonzeroGenerators trim radicalJ);
I = lcngenTimed("gradedKernel", () -> kernelOfParametrization(N, true));
lcngenRecord("check.jIsRadical", toString(J == I));
lcngenCheck("radicalEqualsKernel", radicalJ == I, null);
